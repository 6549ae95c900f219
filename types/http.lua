---@meta http
-- Written by prospect-run; changes are lost.

---@class http
http = {}

---@alias prospect.HTTPValue string|number|boolean

---@class prospect.HTTPRequest
---@field url string "https://…", of a granted host
---@field method? "GET"|"POST"|"PUT"|"PATCH"|"DELETE" default: GET, or POST when there is something to send
---@field query? table<string, prospect.HTTPValue|prospect.HTTPValue[]> added to the URL, encoded
---@field headers? table<string, prospect.HTTPValue|prospect.Secret|(string|prospect.Secret)[]> a list is joined, as in { "Bearer ", secret }
---@field body? string sent as it is
---@field json? any sent as JSON
---@field timeout? string|number for all attempts together, as "30s" or in seconds

---@class prospect.HTTPAnswer
---@field status integer whatever the server said: 404 is an answer
---@field ok boolean whether the status is one of 200 to 299
---@field headers table<string, string> found in any case
---@field body string
---@field json fun(self: prospect.HTTPAnswer): any the body as a value; raises kind "provider" when it is no JSON

--- Sends a request to a host that the project grants (`http:` in prospect.yaml, or --allow-host), and gives its
--- answer, whatever the status. Raises when no answer came, or when the host is not granted.
---@param options prospect.HTTPRequest
---@return prospect.HTTPAnswer
function http.request(options) end

--- A secret of the host's environment that the project binds to one host (`secrets:` in prospect.yaml). It can
--- stand in headers of requests to that host, and nowhere else.
---@param name string the variable, as in "RECIPE_HOOK_TOKEN"
---@return prospect.Secret
function http.secret(name) end

return http

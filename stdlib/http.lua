-- HTTP requests to hosts that the project grants, for what no provider describes.

local host = ...
local errors = host.part "machine/errors"
local secrets = host.part "machine/secret"
local timeout = host.part "machine/timeout"

local M = {}

local OPTIONS = { url = true, method = true, query = true, headers = true, body = true, json = true, timeout = true }

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
local Answer = { __name = "http answer" }
Answer.__index = Answer

-- Header names have no case (RFC 9110 §5.1); the host gives them in lower case.
local Headers = {
  __index = function(headers, name)
    if type(name) == "string" then return rawget(headers, name:lower()) end
  end,
}

--- The body as a value. Raises an error of kind "provider" when it is no JSON.
---@return any
function Answer:json()
  local ok, value = pcall(json.decode, self.body)
  if ok then return value end
  errors.raise {
    kind = "provider",
    status = self.status,
    message = "the answer is no JSON: " .. tostring(value):gsub("^.-malformed JSON:? ?", ""),
    hint = "look at answer.status and answer.body first",
  }
end

-- A part of a header's value, as it crosses the port.
local function part(name, value)
  local handle = secrets.handle(value)
  if handle then return { secret = handle } end
  if type(value) == "string" or type(value) == "number" or type(value) == "boolean" then return tostring(value) end
  errors.usage(
    ("http.request: the header %s must be a text, a secret, or a list of them, got %s"):format(name, type(value))
  )
end

local function header_fields(given)
  local fields, names = {}, {}
  for name, value in pairs(given) do
    if type(name) ~= "string" then errors.usage "http.request: `headers` must be a table by name" end
    if names[name:lower()] then errors.usage(("http.request: the header %s is there twice"):format(name)) end
    names[name:lower()] = true
    local parts = {}
    if type(value) == "table" then
      for i, piece in ipairs(value) do parts[i] = part(name, piece) end
    else
      parts[1] = part(name, value)
    end
    fields[name] = json.array(parts)
  end
  if not names.accept then fields.Accept = json.array { "*/*" } end
  return fields, names
end

local function query_of(given)
  local query = {}
  for name, value in pairs(given) do
    if type(name) ~= "string" then errors.usage "http.request: `query` must be a table by name" end
    local values = type(value) == "table" and value or { value }
    local texts = {}
    for i, single in ipairs(values) do
      if type(single) == "table" or type(single) == "userdata" then
        errors.usage(("http.request: `query` holds no single value for %s"):format(name))
      end
      texts[i] = tostring(single)
    end
    query[name] = json.array(texts)
  end
  return query
end

local function check(options)
  errors.expect(options, "table", "http.request: the options")
  errors.expect_names(options, OPTIONS, "http.request")
  errors.expect(options.url, "string", "http.request: `url`")
  for _, name in ipairs { "headers", "query" } do
    if options[name] ~= nil then errors.expect(options[name], "table", "http.request: `" .. name .. "`") end
  end
  if options.method ~= nil then errors.expect(options.method, "string", "http.request: `method`") end
  if options.body ~= nil then
    errors.expect(options.body, "string", "http.request: `body`")
    if options.json ~= nil then errors.usage "http.request: give `body` or `json`, not both" end
  end
end

--- Sends a request to a host that the project grants (`http:` in prospect.yaml, or --allow-host), and gives its
--- answer, whatever the status. Raises when no answer came, or when the host is not granted.
---@param options prospect.HTTPRequest
---@return prospect.HTTPAnswer
function M.request(options)
  check(options)
  local fields, names = header_fields(options.headers or {})
  local body = options.body
  if options.json ~= nil then
    body = json.encode(options.json)
    if not names["content-type"] then fields["Content-Type"] = json.array { "application/json" } end
  end
  local facts, bytes = host.http({
    url = options.url,
    method = options.method or (body and "POST" or "GET"),
    headers = fields,
    query = query_of(options.query or {}),
    timeout = options.timeout and timeout(options.timeout),
  }, body)
  return setmetatable({
    status = facts.status,
    ok = facts.status >= 200 and facts.status < 300,
    headers = setmetatable(facts.headers, Headers),
    body = bytes,
  }, Answer)
end

--- A secret of the host's environment that the project binds to one host (`secrets:` in prospect.yaml). It can
--- stand in headers of requests to that host, and nowhere else.
---@param name string the variable, as in "RECIPE_HOOK_TOKEN"
---@return prospect.Secret
function M.secret(name)
  errors.expect(name, "string", "http.secret: the name")
  return secrets.wrap(host.http_secret(name), name)
end

return M

---@meta openprospect
-- Written by prospect-run; changes are lost.

--- OpenProspect
---@class openprospect
local openprospect = {}

---@class openprospect.auth
openprospect.auth = {}

---@class openprospect.deliveries
openprospect.deliveries = {}

---@class openprospect.searches
openprospect.searches = {}

--- Checks the API key and lists its scopes.
---
--- read: changes nothing; repeated after a lost answer.
---@return table<string, any>
function openprospect.auth.validate() end

---@class openprospect.deliveries.companies.Arguments
---@field prospect_search_id string Id of a search from `searches.list`.
---@field delivered_since? string Only companies delivered after this instant; everything when absent.
---@field limit? integer Rows in one page; 100 when absent. (1 to 100)
---@field offset? integer Rows to skip before the first page. (at least 0)

---@class openprospect.deliveries.companies.List: prospect.List
---@field next fun(self: openprospect.deliveries.companies.List): table<string, any>?
---@field pages fun(self: openprospect.deliveries.companies.List): fun(): table<string, any>[]?
---@field first fun(self: openprospect.deliveries.companies.List, n: integer): table<string, any>[]
---@field collect fun(self: openprospect.deliveries.companies.List): table<string, any>[]
---@overload fun(): table<string, any>?

--- Lists the companies delivered for a prospect search, each with its `prospects`.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: companies:read, prospects:read.
---@param arguments openprospect.deliveries.companies.Arguments
---@return openprospect.deliveries.companies.List
function openprospect.deliveries.companies(arguments) end

---@class openprospect.searches.list.Arguments
---@field limit? integer Rows in one page; 100 when absent. (1 to 100)
---@field offset? integer Rows to skip before the first page. (at least 0)

---@class openprospect.searches.list.List: prospect.List
---@field next fun(self: openprospect.searches.list.List): table<string, any>?
---@field pages fun(self: openprospect.searches.list.List): fun(): table<string, any>[]?
---@field first fun(self: openprospect.searches.list.List, n: integer): table<string, any>[]
---@field collect fun(self: openprospect.searches.list.List): table<string, any>[]
---@overload fun(): table<string, any>?

--- Lists the prospect searches that the key may see.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: prospect_searches:read.
---@param arguments? openprospect.searches.list.Arguments
---@return openprospect.searches.list.List
function openprospect.searches.list(arguments) end

return openprospect

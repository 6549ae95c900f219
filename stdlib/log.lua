-- Log lines. They go to the host's log, not to the output of the recipe.

local host = ...
local errors = host.part "machine/errors"

local M = {}

local function writer(level)
  return function(message, fields)
    if fields ~= nil then errors.expect(fields, "table", "log." .. level .. ": the fields") end
    host.log(level, tostring(message), fields)
  end
end

---@alias prospect.LogFunction fun(message: any, fields?: table<string, any>)

---@type prospect.LogFunction
M.debug = writer "debug"
---@type prospect.LogFunction
M.info = writer "info"
---@type prospect.LogFunction
M.warn = writer "warn"
---@type prospect.LogFunction
M.error = writer "error"

return M

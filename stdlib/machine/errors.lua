-- The one error value that a recipe meets when something outside fails.

local host = ...
local M = {}

--- What a failed call, a failed job or a wrong argument raises. `tostring` gives one good line.
---@class prospect.Error
---@field kind string what went wrong: "argument", "provider", "transport", "timeout", "job_failed", …
---@field message string
---@field provider? string
---@field operation? string
---@field status? integer HTTP status
---@field code? string the provider's own name for the error
---@field request_id? string for the provider's support
---@field attempts? integer how often the call was tried
---@field retryable? boolean whether trying later may help
---@field retry_after? integer seconds after which to try again, when that is known
---@field hint? string how to remedy it
---@field where? string place in the recipe, as in "weekly.lua:12"
local Error = { __name = "error", __metatable = false }

local function facts(err)
  local list = {}
  if err.status then list[#list + 1] = "status " .. tostring(err.status) end
  if err.code then list[#list + 1] = "code " .. tostring(err.code) end
  if err.request_id then list[#list + 1] = "request_id " .. tostring(err.request_id) end
  return #list > 0 and " (" .. table.concat(list, ", ") .. ")" or ""
end

--- One line that says what failed and why; nil for tables that are no error of the runtime.
---@param err any
---@return string?
function M.describe(err)
  if type(err) ~= "table" or type(err.message) ~= "string" then return nil end
  local subject = ""
  if err.provider and err.operation then
    subject = tostring(err.provider) .. " " .. tostring(err.operation) .. ": "
  elseif err.provider then
    subject = tostring(err.provider) .. ": "
  end
  return subject .. err.message .. facts(err)
end

function Error:__tostring()
  return M.describe(self) or tostring(self.kind)
end

--- Makes an error value.
---@param fields table
---@return prospect.Error
function M.new(fields)
  return setmetatable(fields, Error)
end

--- Raises an error value; its place is the recipe's, not that of the stdlib.
---@param fields table
function M.raise(fields)
  host.raise(M.new(fields))
end

--- Raises an error about how a function was called.
---@param message string
---@param hint? string
function M.usage(message, hint)
  M.raise { kind = "usage", message = message, hint = hint }
end

--- Raises a usage error unless `value` has that type.
---@param value any
---@param expected string a name that `type` returns
---@param what string the argument, as in "parallel.map: the function"
function M.expect(value, expected, what)
  if type(value) ~= expected then
    M.usage(("%s must be a %s, got %s"):format(what, expected, value == nil and "nothing" or type(value)))
  end
end

--- Raises a usage error for a name that is not known: a misspelt option would be ignored silently.
---@param options table
---@param known table<string, any>
---@param what string the function
function M.expect_names(options, known, what)
  for name in next, options do
    if not known[name] then
      local guess = host.part("machine/suggest").nearest(tostring(name), known)
      M.usage(("%s: there is no option %s%s"):format(what, tostring(name), guess))
    end
  end
end

--- Raises what went wrong with a call. An answer that is no JSON is noticed where it becomes a value,
--- which knows nothing of providers, so it is explained here; anything else is passed on as it is.
---@param problem any
---@param operation string its full name
function M.pass_on(problem, operation)
  local malformed = type(problem) == "string" and problem:match "malformed JSON.*"
  if not malformed then error(problem, 0) end
  local provider, name = operation:match "^([^.]+)%.(.*)$"
  M.raise {
    kind = "provider",
    provider = provider,
    operation = name,
    message = "the answer cannot be read: " .. malformed,
    hint = "the server answers with something else than JSON; is the base URL right?",
  }
end

return M

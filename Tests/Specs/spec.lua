-- A small way to describe Lua behaviour. A spec is an ordinary recipe: `require "spec"`, describe,
-- and call `spec.finish()` at the end, which raises an error when an expectation failed. Specs ask
-- their host for `sleep`, `now` and this module only, so that they run with scripted replies as
-- well as under both drivers.

local M = {}

local path, passed, failures = {}, 0, {}

--- Names what the examples inside are about.
---@param subject string
---@param body fun()
function M.describe(subject, body)
  path[#path + 1] = subject
  body()
  path[#path] = nil
end

--- One example.
---@param behaviour string
---@param body fun()
function M.it(behaviour, body)
  local ok, problem = xpcall(body, function(err)
    return tostring(err)
  end)
  if ok then
    passed = passed + 1
  else
    failures[#failures + 1] = ("%s %s: %s"):format(table.concat(path, " "), behaviour, problem)
  end
end

local function same(a, b)
  if a == b then return true end
  if type(a) ~= "table" or type(b) ~= "table" then return false end
  for key, value in pairs(a) do
    if not same(value, b[key]) then return false end
  end
  for key in pairs(b) do
    if a[key] == nil then return false end
  end
  return true
end

local Expectation = {}
Expectation.__index = Expectation

---@param value any
function M.expect(value) return setmetatable({ value = value }, Expectation) end

--- Equal in content.
function Expectation:to_equal(wanted)
  if not same(self.value, wanted) then
    error(("expected %s, got %s"):format(inspect(wanted), inspect(self.value)), 2)
  end
end

--- A text that contains this one.
function Expectation:to_contain(wanted)
  if not tostring(self.value):find(wanted, 1, true) then
    error(("expected a text with %q, got %q"):format(wanted, tostring(self.value)), 2)
  end
end

--- A function that raises an error whose text contains this one.
function Expectation:to_raise(wanted)
  local ok, problem = pcall(self.value)
  if ok then error(("expected an error with %q, got none"):format(wanted), 2) end
  if not tostring(problem):find(wanted, 1, true) then
    error(("expected an error with %q, got %q"):format(wanted, tostring(problem)), 2)
  end
end

--- Raises an error that lists what failed, if anything did.
function M.finish()
  print(("%d examples passed, %d failed"):format(passed, #failures))
  if #failures > 0 then error("\n" .. table.concat(failures, "\n"), 0) end
end

return M

-- The types that arguments of operations have, in the words of docs/providers.md.

local M = {}

local function is_integer(value) return type(value) == "number" and math.tointeger(value) ~= nil end

local function has_type(name)
  return function(value) return type(value) == name end
end

-- A table with names, or an empty one; not a list.
local function is_object(value) return type(value) == "table" and value[1] == nil end

local function is_list_of(test)
  return function(value)
    if type(value) ~= "table" then return false end
    local count = 0
    for _ in pairs(value) do count = count + 1 end
    for i = 1, count do
      if not test(value[i]) then return false end
    end
    return true
  end
end

--- Whether a value is of a type, by the type's name.
---@type table<string, fun(value: any): boolean>
M.tests = {
  string = has_type "string",
  date = has_type "string",
  ["date-time"] = has_type "string",
  integer = is_integer,
  number = has_type "number",
  boolean = has_type "boolean",
  object = is_object,
  ["string[]"] = is_list_of(has_type "string"),
  ["integer[]"] = is_list_of(is_integer),
  ["object[]"] = is_list_of(is_object),
  any = function() return true end,
}

--- The types that are lists.
M.lists = { ["string[]"] = true, ["integer[]"] = true, ["object[]"] = true }

--- What a value should have been, by the type's name.
M.expectations = {
  string = "a string",
  date = "a date such as 2026-11-01",
  ["date-time"] = "a date and time such as 2026-11-01T00:00:00Z",
  integer = "an integer",
  number = "a number",
  boolean = "a boolean",
  object = "a table with names",
  ["string[]"] = "a list of strings",
  ["integer[]"] = "a list of integers",
  ["object[]"] = "a list of tables",
}

--- What a value is, in the words of an error message.
---@param value any
---@return string
function M.name_of(value)
  local name = math.type(value) or type(value)
  if name == "float" then name = "number" end
  return (name == "integer" and "an " or "a ") .. name
end

return M

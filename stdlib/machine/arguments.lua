-- Checks the arguments of an operation before anything is sent, so that a mistake names the
-- recipe's line. The host checks everything again; this is help, not protection.

local host = ...
local errors = host.part "machine/errors"
local suggest = host.part "machine/suggest"

local M = {}

local function is_integer(value) return math.tointeger(value) ~= nil and type(value) == "number" end

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

local function has_type(name)
  return function(value) return type(value) == name end
end

local tests = {
  string = has_type "string",
  ["date-time"] = has_type "string",
  integer = is_integer,
  number = has_type "number",
  boolean = has_type "boolean",
  object = has_type "table",
  ["string[]"] = is_list_of(has_type "string"),
  ["integer[]"] = is_list_of(is_integer),
  ["object[]"] = is_list_of(has_type "table"),
  any = function() return true end,
}

local list_types = { ["string[]"] = true, ["integer[]"] = true, ["object[]"] = true }

local names = {
  ["date-time"] = "a date and time as text",
  ["string[]"] = "a list of strings",
  ["integer[]"] = "a list of integers",
  ["object[]"] = "a list of tables",
  integer = "an integer",
  object = "a table",
}

-- What is wrong with a value of the right type, or nil.
local function range_problem(parameter, value)
  if parameter.min and value < parameter.min then return ("must be at least %s"):format(parameter.min) end
  if parameter.max and value > parameter.max then return ("must be at most %s"):format(parameter.max) end
  if parameter.max_length and utf8.len(value) and utf8.len(value) > parameter.max_length then
    return ("must have at most %d characters"):format(parameter.max_length)
  end
  if parameter.enum then
    local allowed = {}
    for _, choice in ipairs(parameter.enum) do
      if choice == value then return nil end
      allowed[#allowed + 1] = tostring(choice)
    end
    return "must be one of " .. table.concat(allowed, ", ")
  end
end

local function problem(parameter, value)
  if value == json.null then
    if parameter.nullable then return nil end
    return "must not be null"
  end
  local test = tests[parameter.type] or tests.any
  if test(value) then
    -- An empty table would be sent as an object.
    if list_types[parameter.type] and next(value) == nil and not getmetatable(value) then
      json.array(value)
    end
  else
    local expected = names[parameter.type] or "a " .. parameter.type
    return ("must be %s, got %s"):format(expected, math.type(value) or type(value))
  end
  if parameter.min or parameter.max or parameter.max_length or parameter.enum then
    return range_problem(parameter, value)
  end
end

-- Names of which an argument must be there, and groups of which one must be.
local function requirements(operation, parameters)
  local required = {}
  for name, parameter in pairs(parameters) do
    if parameter.required then required[#required + 1] = name end
  end
  table.sort(required)
  return required, operation.at_least_one
end

--- Makes the function that checks the arguments of one operation.
---@param provider string
---@param name string of the operation
---@param operation table its description
---@return fun(arguments: table)
function M.checker(provider, name, operation)
  local parameters = operation.parameters or {}
  local required, at_least_one = requirements(operation, parameters)

  local function fail(message)
    errors.raise { kind = "argument", provider = provider, operation = name, message = message }
  end

  return function(arguments)
    if type(arguments) ~= "table" then
      fail(("arguments must be a table of named values, got %s"):format(type(arguments)))
    end
    for key, value in pairs(arguments) do
      local parameter = parameters[key]
      if not parameter then
        key = tostring(key)
        fail(('unknown argument "%s"%s'):format(key, suggest.nearest(key, parameters)))
      end
      local wrong = problem(parameter, value)
      if wrong then fail(('argument "%s" %s'):format(key, wrong)) end
    end
    for i = 1, #required do
      if arguments[required[i]] == nil then fail(('argument "%s" is missing'):format(required[i])) end
    end
    if at_least_one then
      for _, key in ipairs(at_least_one) do
        if arguments[key] ~= nil then return end
      end
      fail("one of these arguments is needed: " .. table.concat(at_least_one, ", "))
    end
  end
end

return M

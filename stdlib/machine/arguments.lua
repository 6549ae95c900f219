-- Checks the arguments of an operation before anything is sent, so that a mistake names the
-- recipe's line. The host checks everything again; this is help, not protection.

local host = ...
local errors = host.part "machine/errors"
local limits = host.part "machine/argument_limits"
local suggest = host.part "machine/suggest"
local types = host.part "machine/argument_types"

local M = {}

local CONFIRM = "confirm"

local function argument(path, problem) return ('argument "%s" %s'):format(path, problem) end

local function unknown(path, name, known)
  return ('unknown argument "%s"%s'):format(path, suggest.nearest(name, known))
end

-- Names of the parameters that must be there, sorted, so that the first missing one is always the
-- same.
local function required_names(parameters)
  local names = {}
  for name, parameter in pairs(parameters) do
    if parameter.required then names[#names + 1] = name end
  end
  table.sort(names)
  return names
end

local function choice_problem(parameter, value, path)
  local choices = parameter.enum
  if not types.lists[parameter.type] then
    local wrong = limits.choice_problem(choices, value)
    return wrong and argument(path, wrong)
  end
  for i, element in ipairs(value) do
    local wrong = limits.choice_problem(choices, element)
    if wrong then return argument(("%s[%d]"):format(path, i), wrong) end
  end
end

local problem -- what is wrong with a value, or inside it

local function problem_inside(value, fields, path)
  for key, inner in pairs(value) do
    local name = tostring(key)
    local place = path .. "." .. name
    local field = fields[key]
    if not field then return unknown(place, name, fields) end
    local wrong = problem(field, inner, place)
    if wrong then return wrong end
  end
  for _, name in ipairs(required_names(fields)) do
    if value[name] == nil then return argument(path .. "." .. name, "is missing") end
  end
end

local function field_problem(parameter, value, path)
  if parameter.type ~= "object[]" then return problem_inside(value, parameter.fields, path) end
  for i, element in ipairs(value) do
    local wrong = problem_inside(element, parameter.fields, ("%s[%d]"):format(path, i))
    if wrong then return wrong end
  end
end

function problem(parameter, value, path)
  if value == json.null then
    if parameter.nullable then return nil end
    return argument(path, "must not be null")
  end
  local kind = parameter.type
  local test = types.tests[kind] or types.tests.any
  if not test(value) then
    return argument(path, ("must be %s, got %s"):format(types.expectations[kind], types.name_of(value)))
  end
  -- An empty table would be sent as an object.
  if types.lists[kind] and next(value) == nil and not getmetatable(value) then json.array(value) end
  local wrong = limits.problem(parameter, value)
  if wrong then return argument(path, wrong) end
  return parameter.enum and parameter.enum[1] and choice_problem(parameter, value, path)
    or parameter.fields and field_problem(parameter, value, path)
    or nil
end

local function count_given(names, arguments)
  local count = 0
  for _, name in ipairs(names) do
    if arguments[name] ~= nil then count = count + 1 end
  end
  return count
end

-- What is wrong with what is there and what is not.
local function completeness_problem(operation, required, arguments)
  for i = 1, #required do
    if arguments[required[i]] == nil then return argument(required[i], "is missing") end
  end
  local some, one = operation.at_least_one, operation.exactly_one
  if some and some[1] and count_given(some, arguments) == 0 then
    return "one of these arguments is needed: " .. table.concat(some, ", ")
  end
  if one and one[1] and count_given(one, arguments) ~= 1 then
    return "exactly one of these arguments is needed: " .. table.concat(one, ", ")
  end
  if operation.confirm and arguments[CONFIRM] ~= true then
    return "confirm = true is needed: " .. operation.confirm
  end
end

-- The names that a call may use: those of the parameters, and `confirm` where a person must agree.
local function known_names(operation, parameters)
  if not operation.confirm then return parameters end
  local known = { [CONFIRM] = { type = "any" } }
  for name, parameter in pairs(parameters) do known[name] = parameter end
  return known
end

--- Makes the function that checks the arguments of one operation.
---@param provider string
---@param name string of the operation
---@param operation table its description
---@return fun(arguments: table)
function M.checker(provider, name, operation)
  local parameters = operation.parameters or {}
  local known = known_names(operation, parameters)
  local required = required_names(parameters)

  local function fail(message, hint)
    errors.raise { kind = "argument", provider = provider, operation = name, message = message, hint = hint }
  end

  local function refuse(key)
    local takes = next(known) == nil and "it takes no arguments" or "it takes " .. suggest.list(known)
    if type(key) == "string" then fail(unknown(key, key, known), takes) end
    fail("arguments have names, and one was given without", takes)
  end

  return function(arguments)
    if type(arguments) ~= "table" then
      fail(("arguments must be a table of named values, got %s"):format(type(arguments)))
    end
    for key, value in pairs(arguments) do
      local parameter = known[key]
      if not parameter then refuse(key) end
      local wrong = problem(parameter, value, key)
      if wrong then fail(wrong) end
    end
    local lacking = completeness_problem(operation, required, arguments)
    if lacking then fail(lacking) end
  end
end

return M

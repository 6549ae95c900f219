-- What may be wrong with an argument of the right type. Each function gives the end of a sentence,
-- or nil; the host says the same in Parameter+Check.swift.

local host = ...
local dates = host.part "machine/dates"
local suggest = host.part "machine/suggest"
local types = host.part "machine/argument_types"

local M = {}

local function short(number) return tostring(math.tointeger(number) or number) end

local function number_problem(parameter, value)
  if parameter.min and value < parameter.min then return "must be at least " .. short(parameter.min) end
  if parameter.max and value > parameter.max then return "must be at most " .. short(parameter.max) end
end

local function count_problem(count, least, most, what)
  if least and count < least then
    return ("must have at least %d %s%s"):format(least, what, least == 1 and "" or "s")
  end
  if most and count > most then
    return ("must have at most %d %s%s"):format(most, what, most == 1 and "" or "s")
  end
end

local forms = { date = dates.is_date, ["date-time"] = dates.is_date_time }

local function text_problem(parameter, value)
  local has_form = forms[parameter.type]
  if has_form then
    if has_form(value) then return nil end
    return ('must be %s, got "%s"'):format(types.expectations[parameter.type], value)
  end
  local least, most = parameter.min_length, parameter.max_length
  if not least and not most then return nil end
  return count_problem(utf8.len(value) or #value, least, most, "character")
end

--- What is wrong with the size or the form of a value.
---@param parameter table
---@param value any
---@return string?
function M.problem(parameter, value)
  local kind = type(value)
  if kind == "number" then return number_problem(parameter, value) end
  if kind == "string" then return text_problem(parameter, value) end
  if types.lists[parameter.type] then
    return count_problem(#value, parameter.min_items, parameter.max_items, "element")
  end
end

--- What is wrong when a value is none of the legal ones.
---@param choices any[]
---@param value any
---@return string?
function M.choice_problem(choices, value)
  local names, known = {}, {}
  for i, choice in ipairs(choices) do
    if choice == value then return nil end
    names[i] = tostring(choice)
    known[names[i]] = true
  end
  local guess = type(value) == "string" and suggest.nearest(value, known) or ""
  return "must be one of " .. table.concat(names, ", ") .. guess
end

return M

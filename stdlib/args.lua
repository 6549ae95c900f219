-- Arguments of a recipe, written as name=value.

local host = ...
local errors = host.part "machine/errors"
local suggest = host.part "machine/suggest"
local text = host.part "text"

local M = {}

---@alias prospect.ArgumentType "string"|"integer"|"number"|"boolean"|"list"

---@class prospect.Argument
---@field [1] prospect.ArgumentType
---@field default? any
---@field required? boolean
---@field help? string what it is for

-- One line about each known argument.
local function usage(known)
  local names, width = {}, 0
  for name, rule in pairs(known) do
    names[#names + 1] = name
    width = math.max(width, #name + 1 + #rule[1])
  end
  table.sort(names)
  for i, name in ipairs(names) do
    local rule = known[name]
    local default = rule.default
    if type(default) == "table" then default = table.concat(default, ",") end
    default = default ~= nil and (" (default %s)"):format(tostring(default)) or ""
    local text = ("  %-" .. width .. "s  %s%s"):format(name .. "=" .. rule[1], rule.help or "", default)
    names[i] = text:gsub("%s+$", "")
  end
  return "known arguments:\n" .. table.concat(names, "\n")
end

local function fail(message, known) errors.usage(message, usage(known)) end

local readers = {}

function readers.string(value) return value end

function readers.integer(value) return math.tointeger(tonumber(value)), "a whole number" end

function readers.number(value) return tonumber(value), "a number" end

function readers.boolean(value)
  local known = { ["true"] = true, yes = true, ["1"] = true, ["false"] = false, no = false, ["0"] = false }
  return known[value], "true or false"
end

-- "FR,DE" → { "FR", "DE" }
function readers.list(value)
  local items = {}
  for _, item in ipairs(text.split(value, ",")) do
    item = text.trim(item)
    if item ~= "" then items[#items + 1] = item end
  end
  return items
end

-- Rules in their long form: "list" is short for { "list" }.
local function rules_of(known)
  local rules = {}
  for name, rule in pairs(known) do
    if type(rule) ~= "table" then rule = { rule } end
    if not readers[rule[1]] then errors.usage(('args.parse: "%s" has no known type'):format(name)) end
    rules[name] = rule
  end
  return rules
end

local function read(argument, rules)
  local name, value = argument:match "^%-*([%w_]+)=(.*)$"
  if not name then fail(('argument "%s" is not of the form name=value'):format(argument), rules) end
  if not rules[name] then fail(('unknown argument "%s"%s'):format(name, suggest.nearest(name, rules)), rules) end
  local parsed, expected = readers[rules[name][1]](value)
  if parsed == nil then fail(('argument "%s" must be %s, got "%s"'):format(name, expected, value), rules) end
  return name, parsed
end

--- Reads arguments such as `countries=FR,DE max_credits=500` into a table.
---
---     local options = args.parse({ ... }, {
---       countries = { "list", help = "two-letter codes" },
---       max_credits = { "integer", default = 10000 },
---     })
---
---@param arguments string[]
---@param known table<string, prospect.ArgumentType|prospect.Argument>
---@return table<string, any>
function M.parse(arguments, known)
  errors.expect(arguments, "table", "args.parse: the arguments")
  errors.expect(known, "table", "args.parse: the known names")
  local rules, values = rules_of(known), {}
  for _, argument in ipairs(arguments) do
    local name, value = read(argument, rules)
    values[name] = value
  end
  for name, rule in pairs(rules) do
    if rule.required and values[name] == nil then fail(('argument "%s" is missing'):format(name), rules) end
    if values[name] == nil then values[name] = rule.default end
  end
  return values
end

return M

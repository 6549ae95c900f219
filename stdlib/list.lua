-- Lists. Every function takes a list or an iterator and changes nothing in place; where a function
-- is expected, the name of a field will do.

local host = ...
local errors = host.part "machine/errors"

local M = {}

-- The function behind `select`, which may be a field's name.
local function selector(select, what)
  if type(select) == "string" or math.type(select) == "integer" then
    return function(item) return item[select] end
  end
  errors.expect(select, "function", what)
  return select
end

-- `for item in each(input)`: lists and iterators alike.
local function each(input, what)
  local metatable = getmetatable(input)
  if type(input) == "function" or (type(metatable) == "table" and metatable.__call) then return input end
  errors.expect(input, "table", what)
  local index = 0
  return function()
    index = index + 1
    return input[index]
  end
end

--- A list of all items of an iterator (or a copy of a list).
---@generic T
---@param input T[]|fun(): T?
---@return T[]
function M.collect(input)
  local items = json.array {}
  for item in each(input, "list.collect: the list") do items[#items + 1] = item end
  return items
end

--- What `fn` gives for each item; nil is left out.
---@generic T, R
---@param input T[]|fun(): T?
---@param fn string|fun(item: T): R?
---@return R[]
function M.map(input, fn)
  fn = selector(fn, "list.map: the function")
  local results = json.array {}
  for item in each(input, "list.map: the list") do results[#results + 1] = fn(item) end
  return results
end

--- The items for which `fn` is true.
---@generic T
---@param input T[]|fun(): T?
---@param fn string|fun(item: T): any
---@return T[]
function M.filter(input, fn)
  fn = selector(fn, "list.filter: the function")
  local items = json.array {}
  for item in each(input, "list.filter: the list") do
    if fn(item) then items[#items + 1] = item end
  end
  return items
end

--- The first item for which `fn` is true; nil when there is none.
---@generic T
---@param input T[]|fun(): T?
---@param fn string|fun(item: T): any
---@return T?
function M.find(input, fn)
  fn = selector(fn, "list.find: the function")
  for item in each(input, "list.find: the list") do
    if fn(item) then return item end
  end
end

--- Lists of the items that have the same key, by key.
---@generic T
---@param input T[]|fun(): T?
---@param key string|fun(item: T): any
---@return table<any, T[]>
function M.group(input, key)
  key = selector(key, "list.group: the key")
  local groups = {}
  for item in each(input, "list.group: the list") do
    local k = key(item)
    if k ~= nil then
      groups[k] = groups[k] or {}
      table.insert(groups[k], item)
    end
  end
  return groups
end

--- The first item of every key; items whose key is nil are all kept.
---@generic T
---@param input T[]|fun(): T?
---@param key? string|fun(item: T): any default: the item itself
---@return T[]
function M.unique(input, key)
  key = key and selector(key, "list.unique: the key") or function(item) return item end
  local seen, items = {}, json.array {}
  for item in each(input, "list.unique: the list") do
    local k = key(item)
    if k == nil or not seen[k] then
      if k ~= nil then seen[k] = true end
      items[#items + 1] = item
    end
  end
  return items
end

--- The items ordered by a key; equal ones keep their order.
---@generic T
---@param input T[]|fun(): T?
---@param key? string|fun(item: T): any default: the item itself
---@return T[]
function M.sort(input, key)
  key = key and selector(key, "list.sort: the key") or function(item) return item end
  local entries = {}
  for item in each(input, "list.sort: the list") do
    entries[#entries + 1] = { key = key(item), position = #entries, item = item }
  end
  table.sort(entries, function(a, b)
    if a.key ~= b.key then return a.key < b.key end
    return a.position < b.position
  end)
  return M.map(entries, "item")
end

--- Lists of at most `size` items each.
---@generic T
---@param input T[]|fun(): T?
---@param size integer
---@return T[][]
function M.chunk(input, size)
  if math.type(size) ~= "integer" or size < 1 then
    errors.usage "list.chunk: the size must be a whole number, at least 1"
  end
  local chunks, current = {}, nil
  for item in each(input, "list.chunk: the list") do
    if not current or #current == size then
      current = {}
      chunks[#chunks + 1] = current
    end
    current[#current + 1] = item
  end
  return chunks
end

--- The keys of a table, sorted.
---@param t table
---@return any[]
function M.keys(t)
  errors.expect(t, "table", "list.keys: the table")
  local keys = json.array {}
  for key in pairs(t) do keys[#keys + 1] = key end
  table.sort(keys, function(a, b)
    if type(a) == type(b) then return a < b end
    return type(a) < type(b)
  end)
  return keys
end

return M

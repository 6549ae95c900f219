---@meta list
-- Written by prospect-run; changes are lost.

---@class list
list = {}

--- A list of all items of an iterator (or a copy of a list).
---@generic T
---@param input T[]|fun(): T?
---@return T[]
function list.collect(input) end

--- What `fn` gives for each item; nil is left out.
---@generic T, R
---@param input T[]|fun(): T?
---@param fn string|fun(item: T): R?
---@return R[]
function list.map(input, fn) end

--- The items for which `fn` is true.
---@generic T
---@param input T[]|fun(): T?
---@param fn string|fun(item: T): any
---@return T[]
function list.filter(input, fn) end

--- The first item for which `fn` is true; nil when there is none.
---@generic T
---@param input T[]|fun(): T?
---@param fn string|fun(item: T): any
---@return T?
function list.find(input, fn) end

--- Lists of the items that have the same key, by key.
---@generic T
---@param input T[]|fun(): T?
---@param key string|fun(item: T): any
---@return table<any, T[]>
function list.group(input, key) end

--- The first item of every key; items whose key is nil are all kept.
---@generic T
---@param input T[]|fun(): T?
---@param key? string|fun(item: T): any default: the item itself
---@return T[]
function list.unique(input, key) end

--- The items ordered by a key; equal ones keep their order.
---@generic T
---@param input T[]|fun(): T?
---@param key? string|fun(item: T): any default: the item itself
---@return T[]
function list.sort(input, key) end

--- Lists of at most `size` items each.
---@generic T
---@param input T[]|fun(): T?
---@param size integer
---@return T[][]
function list.chunk(input, size) end

--- The keys of a table, sorted.
---@param t table
---@return any[]
function list.keys(t) end

return list

---@meta parallel
-- Written by prospect-run; changes are lost.

---@class parallel
parallel = {}

---@class prospect.ParallelOptions
---@field concurrency? integer how many items are worked on at once; default 8
---@field label? string what progress reports call it; default "parallel.map"

--- Calls `fn(item, index)` for every item, several at once, and returns the results in the order of
--- the items. A nil result leaves a hole. Iterators are pulled only as fast as items are done, so
--- they may be endless files.
---@generic T, R
---@param input T[]|fun(): T?
---@param fn fun(item: T, index: integer): R?
---@param options? prospect.ParallelOptions
---@return R[]
function parallel.map(input, fn, options) end

--- Calls `fn(item, index)` for every item, several at once, and keeps no results. Returns the
--- number of items.
---@generic T
---@param input T[]|fun(): T?
---@param fn fun(item: T, index: integer)
---@param options? prospect.ParallelOptions
---@return integer
function parallel.each(input, fn, options) end

--- Runs all functions of a table at once and returns a table with their results under the same
--- keys.
---@param functions table<any, fun(): any>
---@return table<any, any>
function parallel.all(functions) end

return parallel

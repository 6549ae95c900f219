-- Doing several things at once. Every branch ends before the call returns: the first error cancels
-- the others and is raised.

local host = ...
local errors = host.part "machine/errors"
local progress = host.part "machine/progress"

local M = {}

local OPTIONS = { concurrency = true, label = true }
local DEFAULT_CONCURRENCY = 8

---@class prospect.ParallelOptions
---@field concurrency? integer how many items are worked on at once; default 8
---@field label? string what progress reports call it; default "parallel.map"

-- A function that gives the next item of a list or iterator, and how many items there are, if that
-- is known.
local function source_of(input, name)
  local metatable = getmetatable(input)
  local callable = type(input) == "function" or (type(metatable) == "table" and metatable.__call)
  if callable then return input end
  errors.expect(input, "table", name .. ": the list or iterator")
  local index, count = 0, #input
  return function()
    index = index + 1
    return input[index]
  end, count
end

local function concurrency_of(options, name)
  local concurrency = options.concurrency or DEFAULT_CONCURRENCY
  if math.type(concurrency) ~= "integer" or concurrency < 1 then
    errors.usage(name .. ": concurrency must be a whole number, at least 1")
  end
  return concurrency
end

-- The next item and its number; nil after the last. Only one task at a time is inside the iterator,
-- which may wait, and it is not called again after its end.
local function pull(work)
  local gate = work.gate
  if not gate:enter() then errors.usage "an iterator asks for its own next value" end
  local item
  if not work.exhausted then
    item = work.next()
    if item == nil then
      work.exhausted = true
    else
      work.pulled = work.pulled + 1
    end
  end
  local index = work.pulled
  gate:leave()
  return item, index
end

-- One of the tasks that share the items. There are as many of these as `concurrency` says, whatever
-- the number of items.
local function worker(work)
  local fn, results, tracker = work.fn, work.results, work.tracker
  while true do
    local item, index = pull(work)
    if item == nil then return end
    local result = fn(item, index)
    if results then results[index] = result end
    if tracker then tracker:advance() end
  end
end

-- Waits for all branches; raises what the first failed one raised.
local function join()
  local ok, err = host.join()
  if not ok then error(err, 0) end
end

local function run(name, input, fn, options, results)
  options = options or {}
  errors.expect(options, "table", name .. ": the options")
  errors.expect_names(options, OPTIONS, name)
  errors.expect(fn, "function", name .. ": the function")
  local next_item, count = source_of(input, name)
  local workers = math.min(concurrency_of(options, name), count or math.huge)
  -- Maps inside maps do not report: their outermost one does.
  local tracker <close> = host.depth() == 0 and progress.start(options.label or name, count) or nil
  local work = {
    next = next_item, fn = fn, results = results, gate = host.gate(), pulled = 0, tracker = tracker,
  }
  for _ = 1, workers do host.spawn(worker, work) end
  join()
  return work.pulled
end

--- Calls `fn(item, index)` for every item, several at once, and returns the results in the order of
--- the items. A nil result leaves a hole. Iterators are pulled only as fast as items are done, so
--- they may be endless files.
---@generic T, R
---@param input T[]|fun(): T?
---@param fn fun(item: T, index: integer): R?
---@param options? prospect.ParallelOptions
---@return R[]
function M.map(input, fn, options)
  local results = json.array {}
  run("parallel.map", input, fn, options, results)
  return results
end

--- Calls `fn(item, index)` for every item, several at once, and keeps no results. Returns the
--- number of items.
---@generic T
---@param input T[]|fun(): T?
---@param fn fun(item: T, index: integer)
---@param options? prospect.ParallelOptions
---@return integer
function M.each(input, fn, options)
  return run("parallel.each", input, fn, options, nil)
end

local function branch(results, key, fn) results[key] = fn() end

--- Runs all functions of a table at once and returns a table with their results under the same
--- keys.
---@param functions table<any, fun(): any>
---@return table<any, any>
function M.all(functions)
  errors.expect(functions, "table", "parallel.all: the functions")
  for key, fn in pairs(functions) do
    errors.expect(fn, "function", ("parallel.all: the entry %s"):format(tostring(key)))
  end
  local results = {}
  for key, fn in pairs(functions) do host.spawn(branch, results, key, fn) end
  join()
  return results
end

return M

-- Structured concurrency: order, bounds, laziness, the first error.
local spec = require "spec"
local describe, it, expect = spec.describe, spec.it, spec.expect

local function numbers(n)
  local list = {}
  for i = 1, n do list[i] = i end
  return list
end

-- Counts how many calls of a function are open at once.
local function counting(fn)
  local open, most = 0, 0
  return function(...)
    open = open + 1
    most = math.max(most, open)
    local result = fn(...)
    open = open - 1
    return result
  end, function() return most end
end

describe("parallel.map", function()
  it("keeps the order of the items, whatever finishes first", function()
    local results = parallel.map({ 5, 1, 3 }, function(n)
      time.sleep(n / 100)
      return n * 10
    end)
    expect(results):to_equal { 50, 10, 30 }
  end)

  it("gives the number of an item to the function", function()
    expect(parallel.map({ "a", "b" }, function(item, index) return item .. index end)):to_equal { "a1", "b2" }
  end)

  it("works on as many items at once as it was told, and no more", function()
    local fn, most = counting(function(n)
      time.sleep(0.01)
      return n
    end)
    parallel.map(numbers(20), fn, { concurrency = 3 })
    expect(most()):to_equal(3)
  end)

  it("pulls an iterator only as fast as items are done", function()
    local pulled, done = 0, 0
    local function source()
      if pulled == 100 then return nil end
      pulled = pulled + 1
      expect(pulled - done <= 4):to_equal(true)
      return pulled
    end
    parallel.each(source, function()
      time.sleep(0.001)
      done = done + 1
    end, { concurrency = 4 })
    expect({ pulled, done }):to_equal { 100, 100 }
  end)

  it("takes an iterator that waits, one pull at a time", function()
    local inside = 0
    local source = coroutine.wrap(function()
      for i = 1, 10 do
        inside = inside + 1
        expect(inside):to_equal(1)
        time.sleep(0.001)
        inside = inside - 1
        coroutine.yield(i)
      end
    end)
    local results = parallel.map(source, function(n)
      time.sleep(0.01)
      return n
    end)
    expect(results):to_equal(numbers(10))
  end)

  it("does not ask an iterator again after its end", function()
    local ended = 0
    local function source()
      ended = ended + 1
      return nil
    end
    expect(parallel.each(source, print, { concurrency = 8 })):to_equal(0)
    expect(ended):to_equal(1)
  end)

  it("nests", function()
    local results = parallel.map({ 1, 2 }, function(a)
      return parallel.map({ 10, 20 }, function(b)
        time.sleep(0.01)
        return a + b
      end)
    end)
    expect(results):to_equal { { 11, 21 }, { 12, 22 } }
  end)

  it("takes an empty list", function() expect(parallel.map({}, print)):to_equal {} end)

  it("needs no task for each of many items", function()
    local before = collectgarbage "count"
    local count = 0
    local function source()
      count = count + 1
      if count <= 200000 then return count end
    end
    expect(parallel.each(source, function() end, { concurrency = 8 })):to_equal(200000)
    expect(collectgarbage "count" - before < 2048):to_equal(true)
  end)

  it("says what is wrong with its arguments", function()
    expect(function() parallel.map(5, print) end):to_raise "the list or iterator must be a table, got number"
    expect(function() parallel.map({}, nil) end):to_raise "the function must be a function, got nothing"
    expect(function() parallel.map({}, print, { concurrency = 0 }) end):to_raise "at least 1"
  end)
end)

describe("the first error", function()
  it("is raised, and cancels what is still running", function()
    local finished = {}
    local ok, problem = pcall(parallel.each, { 3, 1, 2 }, function(n)
      time.sleep(n / 20)
      if n == 2 then error("two failed", 0) end
      finished[#finished + 1] = n
    end, { concurrency = 3 })
    expect({ ok, problem }):to_equal { false, "two failed" }
    expect(finished):to_equal { 1 }
  end)

  it("keeps its value", function()
    local ok, problem = pcall(parallel.map, { 1 }, function() error { code = 42 } end)
    expect(ok):to_equal(false)
    expect(problem.code):to_equal(42)
  end)

  it("stops the iterator", function()
    local pulled = 0
    pcall(parallel.each, function()
      pulled = pulled + 1
      return pulled
    end, function(n)
      time.sleep(0.01)
      if n == 3 then error "enough" end
    end, { concurrency = 2 })
    expect(pulled <= 4):to_equal(true)
  end)

  it("closes the <close> variables of the cancelled branches", function()
    local closed = 0
    pcall(parallel.all, {
      function()
        local _ <close> = setmetatable({}, { __close = function() closed = closed + 1 end })
        time.sleep(100)
      end,
      function() error "no" end,
    })
    expect(closed):to_equal(1)
  end)

  it("cannot be swallowed by a cancelled branch", function()
    local swallowed = false
    pcall(parallel.all, {
      function()
        pcall(time.sleep, 100)
        swallowed = true
      end,
      function() error "no" end,
    })
    expect(swallowed):to_equal(false)
  end)

  it("of an inner map can be caught inside the outer one", function()
    local results = parallel.map({ 1, 2 }, function(n)
      local ok = pcall(parallel.each, { 1, 2 }, function()
        time.sleep(0.01)
        if n == 1 then error "inner" end
      end)
      return ok
    end)
    expect(results):to_equal { false, true }
  end)

  it("in the iterator counts, too", function()
    local ok, problem = pcall(parallel.each, function() error("source", 0) end, print)
    expect({ ok, problem }):to_equal { false, "source" }
  end)
end)

describe("parallel.all", function()
  it("returns the results under the keys of the functions", function()
    local results = parallel.all {
      first = function()
        time.sleep(0.02)
        return 1
      end,
      second = function() return 2 end,
    }
    expect(results):to_equal { first = 1, second = 2 }
  end)

  it("runs the functions at once", function()
    local before = time.now()
    parallel.all { function() time.sleep(0.2) end, function() time.sleep(0.2) end }
    -- A scripted host adds the sleeps up, a real one does not.
    expect(time.now() - before < 0.5):to_equal(true)
  end)
end)

spec.finish()

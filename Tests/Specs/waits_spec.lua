-- Whatever waits looks to a recipe like a plain call, wherever Lua can be suspended.
local spec = require "spec"
local describe, it, expect = spec.describe, spec.it, spec.expect

-- Waits, and gives its argument back.
local function later(value)
  time.sleep(0.01)
  return value
end

describe("a wait", function()
  it("works in pcall, and its error is caught there", function()
    expect({ pcall(function() return later(1), later(2) end) }):to_equal { true, 1, 2 }
    local ok, problem = pcall(function() error { code = later(7) } end)
    expect(ok):to_equal(false)
    expect(problem.code):to_equal(7)
  end)

  it("works in xpcall", function()
    expect({ xpcall(later, print, 5) }):to_equal { true, 5 }
    local ok, problem = xpcall(function() error("x" .. later("y"), 0) end, function(m) return "<" .. m .. ">" end)
    expect({ ok, problem }):to_equal { false, "<xy>" }
  end)

  it("works in a for iterator", function()
    local function up_to(n, i)
      if i < n then return later(i + 1) end
    end
    local sum = 0
    for i in up_to, 4, 0 do sum = sum + i end
    expect(sum):to_equal(10)
  end)

  it("works in metamethods", function()
    local value = setmetatable({}, {
      __index = function(_, key) return later(key .. "!") end,
      __call = function(_, a, b) return later(a + b) end,
      __add = function() return later "sum" end,
      __concat = function() return later "joined" end,
      __eq = function() return later(true) end,
      __lt = function() return later(true) end,
      __len = function() return later(9) end,
      __unm = function() return later "negative" end,
    })
    local other = setmetatable({}, getmetatable(value))
    expect(value.name):to_equal "name!"
    expect(value(1, 2)):to_equal(3)
    expect(value + 1):to_equal "sum"
    expect(value .. "x"):to_equal "joined"
    expect(value == other):to_equal(true)
    expect(value < other):to_equal(true)
    expect(#value):to_equal(9)
    expect(-value):to_equal "negative"
    local stored
    local sink = setmetatable({}, { __newindex = function(_, _, v) stored = later(v) end })
    sink.x = 3
    expect(stored):to_equal(3)
  end)

  it("works when a <close> variable is closed", function()
    local log = {}
    do
      local _ <close> = setmetatable({}, { __close = function() log[#log + 1] = later "closed" end })
      log[#log + 1] = "open"
    end
    expect(log):to_equal { "open", "closed" }
  end)
end)

describe("a wait in a coroutine of the recipe", function()
  it("passes upward through wrap and comes back down", function()
    local next_value = coroutine.wrap(function()
      for i = 1, 3 do coroutine.yield(later(i)) end
    end)
    local values = {}
    for value in next_value do values[#values + 1] = value end
    expect(values):to_equal { 1, 2, 3 }
  end)

  it("passes through several levels", function()
    local outer = coroutine.wrap(function()
      local inner = coroutine.wrap(function()
        coroutine.yield(later "a")
        coroutine.yield(later "b")
      end)
      coroutine.yield(inner() .. later "1")
      coroutine.yield(inner() .. later "2")
    end)
    expect({ outer(), outer() }):to_equal { "a1", "b2" }
  end)

  it("passes through resume, with values in both directions", function()
    local co = coroutine.create(function(a)
      local b = coroutine.yield(later(a + 1))
      return later(b + 1)
    end)
    expect({ coroutine.resume(co, 1) }):to_equal { true, 2 }
    expect({ coroutine.resume(co, 10) }):to_equal { true, 11 }
    expect(coroutine.status(co)):to_equal "dead"
  end)

  it("reports errors after a wait", function()
    local co = coroutine.create(function()
      later()
      error("boom", 0)
    end)
    expect({ coroutine.resume(co) }):to_equal { false, "boom" }
    expect(coroutine.wrap(function()
      later()
      error("bang", 0)
    end)):to_raise "bang"
  end)
end)

describe("where Lua cannot be suspended", function()
  it("a table.sort comparator names sort", function()
    expect(function()
      table.sort({ 3, 1, 2 }, function(a, b) return later(a < b) end)
    end):to_raise "sort"
  end)

  it("a gsub callback names gsub", function()
    expect(function() return (("abc"):gsub("%w", later)) end):to_raise "gsub"
  end)

  it("__tostring names tostring", function()
    local value = setmetatable({}, { __tostring = function() return later "x" end })
    expect(function() return tostring(value) end):to_raise "tostring"
  end)

  it("a coroutine inside such a place does not help", function()
    expect(function()
      table.sort({ 3, 1, 2 }, function(a, b) return coroutine.wrap(function() return later(a < b) end)() end)
    end):to_raise "sort"
  end)

  it("the recipe goes on afterwards", function() expect(later "fine"):to_equal "fine" end)
end)

spec.finish()

import LuaBridge
import Testing

/// Recipes' own coroutines behave as Lua's do, with the host's waits passing through.
@Suite struct CoroutineTests {
  /// Each text is a whole Lua program that asserts what it says.
  static let programs: [(String, String)] = [
    (
      "values pass both ways",
      """
      local co = coroutine.create(function(a, b)
        local c = coroutine.yield(a + b)
        local d, e = coroutine.yield(c * 2)
        return d + e, "end"
      end)
      local function check(...) return table.concat({ ... }, " ", 2) end
      assert(check(coroutine.resume(co, 1, 2)) == "3")
      assert(check(coroutine.resume(co, 10)) == "20")
      assert(coroutine.status(co) == "suspended")
      assert(check(coroutine.resume(co, 3, 4)) == "7 end")
      assert(coroutine.status(co) == "dead")
      local ok, why = coroutine.resume(co)
      assert(not ok and why == "cannot resume dead coroutine")
      """
    ),
    (
      "many values pass",
      """
      local many = {}
      for i = 1, 3000 do many[i] = i end
      local co = coroutine.wrap(function(...)
        while true do coroutine.yield(...) end
      end)
      assert(select("#", co(table.unpack(many))) == 3000)
      assert(select("#", co()) == 3000)
      """
    ),
    (
      "status, running and isyieldable tell the truth",
      """
      local main, is_main = coroutine.running()
      assert(is_main and not coroutine.isyieldable())
      local co
      co = coroutine.create(function()
        assert(coroutine.running() == co and not select(2, coroutine.running()))
        assert(coroutine.isyieldable() and coroutine.status(co) == "running")
        assert(coroutine.status(main) == "normal")
        coroutine.wrap(function() assert(coroutine.status(co) == "normal") end)()
      end)
      assert(coroutine.status(co) == "suspended" and coroutine.isyieldable(co))
      assert(coroutine.resume(co))
      assert(coroutine.status(co) == "dead")
      """
    ),
    (
      "misuse is an error",
      """
      local co
      co = coroutine.create(function()
        local ok, why = coroutine.resume(co)
        assert(not ok and why == "cannot resume non-suspended coroutine")
        assert(not pcall(coroutine.close, co))
      end)
      assert(coroutine.resume(co))
      local main = coroutine.running()
      assert(select(2, coroutine.resume(main)) == "cannot resume non-suspended coroutine")
      assert(select(2, pcall(coroutine.close, main)):find("cannot close a running coroutine", 1, true))
      coroutine.wrap(function()
        assert(select(2, pcall(coroutine.close, main)):find("cannot close a normal coroutine", 1, true))
      end)()
      assert(select(2, pcall(coroutine.resume, 1)):find("coroutine expected"))
      assert(select(2, pcall(coroutine.create, 1)):find("function expected"))
      assert(select(2, pcall(coroutine.yield, 1)):find("outside a coroutine"))
      local wrapped = coroutine.wrap(function() end)
      wrapped()
      assert(select(2, pcall(wrapped)):find("cannot resume dead coroutine"))
      """
    ),
    (
      "wrap iterators work in for loops, and closing variables of the loop close them",
      """
      local function numbers(n)
        return coroutine.wrap(function() for i = 1, n do coroutine.yield(i) end end)
      end
      local sum = 0
      for i in numbers(100) do sum = sum + i end
      assert(sum == 5050)
      local closed = false
      local guard = setmetatable({}, { __close = function() closed = true end })
      for i in numbers(5), nil, nil, guard do if i == 3 then break end end
      assert(closed)
      """
    ),
    (
      "errors come out of resume and wrap with their value",
      """
      local co = coroutine.create(function() error({ code = 5 }) end)
      local ok, e = coroutine.resume(co)
      assert(not ok and e.code == 5 and coroutine.status(co) == "dead")
      local ok, e = pcall(coroutine.wrap(function() error({ code = 6 }) end))
      assert(not ok and e.code == 6)
      local ok, e = pcall(function() coroutine.wrap(function() error("text") end)() end)
      assert(e == "test.lua:6: test.lua:6: text", e)
      local ok, e = coroutine.resume(coroutine.create(function() error(nil) end))
      assert(not ok and e == nil)
      """
    ),
    (
      "a failed coroutine still has its traceback",
      """
      local function deep() error("x") end
      local co = coroutine.create(function() deep() end)
      assert(not coroutine.resume(co))
      local trace = debug.traceback(co, "message")
      assert(trace:find("^message\\nstack traceback:") and trace:find("upvalue 'deep'"), trace)
      assert(coroutine.close(co) == false)
      """
    ),
    (
      "close runs pending variables in order, with no error to see",
      """
      local log = {}
      local function guard(name)
        return setmetatable({}, { __close = function(_, e) log[#log + 1] = name .. tostring(e) end })
      end
      local co = coroutine.create(function()
        local a <close> = guard "a"
        pcall(function()
          local b <close> = guard "b"
          xpcall(function() coroutine.yield() end, function() log[#log + 1] = "handler" end)
          log[#log + 1] = "swallowed"
        end)
        log[#log + 1] = "swallowed"
      end)
      coroutine.resume(co)
      assert(coroutine.close(co) == true and coroutine.status(co) == "dead")
      assert(table.concat(log, " ") == "bnil anil", table.concat(log, " "))
      assert(coroutine.close(co) == true)
      assert(select(2, coroutine.resume(co)) == "cannot resume dead coroutine")
      """
    ),
    (
      "close tells of errors in close methods, which may use pcall and coroutines of their own",
      """
      local log = {}
      local co = coroutine.create(function()
        local a <close> = setmetatable({}, { __close = function(_, e)
          log[#log + 1] = tostring(e)
          log[#log + 1] = tostring(select(2, pcall(error, "inner")))
          log[#log + 1] = tostring(pcall(error))
          log[#log + 1] = coroutine.wrap(function() coroutine.yield(1) return "never" end)()
        end })
        local b <close> = setmetatable({}, { __close = function() error("boom", 0) end })
        pcall(coroutine.yield)
      end)
      coroutine.resume(co)
      local ok, e = coroutine.close(co)
      assert(ok == false and e == "boom", tostring(e))
      assert(table.concat(log, " ") == "boom inner false 1", table.concat(log, " "))
      """
    ),
    (
      "a coroutine that is being closed cannot yield",
      """
      local why
      local co = coroutine.create(function()
        local a <close> = setmetatable({}, { __close = function()
          why = select(2, pcall(coroutine.yield))
        end })
        coroutine.yield()
      end)
      coroutine.resume(co)
      assert(coroutine.close(co))
      assert(why:find("is being closed"), why)
      """
    ),
    (
      "close of a fresh and of a failed coroutine",
      """
      assert(coroutine.close(coroutine.create(function() error("never") end)))
      local co = coroutine.create(function() error({ 1 }) end)
      local _, e = coroutine.resume(co)
      local ok, again = coroutine.close(co)
      assert(ok == false and again == e)
      assert(coroutine.close(co) == true)
      """
    ),
    (
      "error handlers of unfinished xpcalls are forgotten when a coroutine closes",
      """
      for depth = 1, 200, 40 do
        local co = coroutine.create(function()
          local a <close> = setmetatable({}, { __close = function() error("a", 0) end })
          local b <close> = setmetatable({}, { __close = function() error("b", 0) end })
          local function down(n)
            if n == 0 then return xpcall(coroutine.yield, function() return "handler" end) end
            return (down(n - 1))
          end
          down(depth)
        end)
        coroutine.resume(co)
        for i = 1, 100 do local t = { i } end
        local ok, e = coroutine.close(co)
        assert(ok == false and e == "a", tostring(e))
      end
      """
    ),
    (
      "yields pass metamethods, pcall, xpcall and for iterators",
      """
      local function y(v) return coroutine.yield(v) end
      local mt = {
        __index = function(_, k) return y("index") end, __newindex = function() y("newindex") end,
        __add = function() return y("add") end, __concat = function() return y("concat") end,
        __eq = function() return y("eq") end, __lt = function() return y("lt") end,
        __le = function() return y("le") end, __len = function() return y("len") end,
        __unm = function() return y("unm") end, __call = function() return y("call") end,
        __close = function() y("close") end, __pairs = function() return y("pairs") end,
      }
      local a, b = setmetatable({}, mt), setmetatable({}, mt)
      local co = coroutine.wrap(function()
        local _ = a.x, a + b, a .. b, a == b, a < b, a <= b, #a, -a, a()
        a.x = 1
        do local c <close> = a end
        pairs(a)
        pcall(y, "pcall")
        xpcall(y, error, "xpcall")
        for _ in function() return y("for") end do end
        return "done"
      end)
      local seen = {}
      repeat local v = co() seen[#seen + 1] = v until v == "done"
      assert(table.concat(seen, " ") ==
        "index add concat eq lt le len unm call newindex close pairs pcall xpcall for done",
        table.concat(seen, " "))
      """
    ),
    (
      "yields across C functions that cannot be suspended are errors",
      """
      local co = coroutine.create(function()
        table.sort({ 3, 2, 1 }, function(a, b) coroutine.yield() return a < b end)
      end)
      local ok, why = coroutine.resume(co)
      assert(not ok and why:find("attempt to yield across a C%-call boundary"), why)
      """
    ),
    (
      "deep nests of coroutines end in an error",
      """
      local function down(n)
        return coroutine.wrap(function() return down(n + 1) end)()
      end
      local ok, why = pcall(down, 1)
      assert(not ok and why:find("overflow"), why)
      local function up(n)
        local co = coroutine.create(function() return up(n + 1) end)
        local ok, why = coroutine.resume(co)
        return why
      end
      assert(up(1):find("overflow"))
      """
    ),
    (
      "a chain of closes as long as you like does not overflow the C stack",
      """
      local last
      for i = 1, 5000 do
        local inner = last
        last = coroutine.create(function()
          local c <close> = setmetatable({}, { __close = function()
            if inner then assert(coroutine.close(inner)) end
          end })
          coroutine.yield()
        end)
        coroutine.resume(last)
      end
      local ok, why = coroutine.close(last)
      assert(ok == false and tostring(why):find("overflow"), why)
      """
    ),
  ]

  @Test(arguments: programs)
  func recipesCoroutines(_ name: String, _ program: String) throws {
    try LuaFixture().run(program)
  }

  @Test(arguments: programs)
  func recipesCoroutinesWhenEveryAllocationCollects(_ name: String, _ program: String) throws {
    // It makes 5,000 threads, and each allocation would mark them all.
    guard !name.contains("as long as you like") else { return }
    let fixture = try LuaFixture()
    let task = try fixture.task(program)
    fixture.vm.collectAtEveryAllocation(true)
    try fixture.finish(task)
  }
}

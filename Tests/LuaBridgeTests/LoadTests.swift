import LuaBridge
import Testing

/// Rule 8: chunks are text, and their names tell files of a recipe from the rest.
@Suite struct LoadTests {
  /// What `luac5.4 -s` makes of `return 1` on a 64-bit machine.
  static let bytecode: [UInt8] = [
    0x1B, 0x4C, 0x75, 0x61, 0x54, 0x00, 0x19, 0x93, 0x0D, 0x0A, 0x1A, 0x0A, 0x04, 0x08, 0x08,
    0x78, 0x56, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x28, 0x77,
    0x40, 0x01, 0x80, 0x80, 0x80, 0x00, 0x01, 0x02, 0x84, 0x51, 0x00, 0x00, 0x00, 0x01, 0x00,
    0x00, 0x80, 0x46, 0x00, 0x02, 0x01, 0x46, 0x00, 0x01, 0x01, 0x80, 0x81, 0x01, 0x00, 0x00,
    0x80, 0x80, 0x80, 0x80, 0x80,
  ]

  @Test func bytecodeIsRefusedOnEveryWay() throws {
    let fixture = try LuaFixture()
    let bytecode = Self.bytecode
    let error = #expect(throws: LuaError.self) { try fixture.vm.load(bytecode, name: "@x.lua") }
    #expect(error?.kind == .syntax)
    #expect(error?.message.contains("attempt to load a binary chunk") == true)
    for mode in ["'b'", "'bt'", "'t'", "nil"] {
      for chunk in ["s", "function() local t = s s = nil return t end"] {
        let words = try fixture.call(
          "local s = ... local f, why = load(\(chunk), 'x', \(mode)) return f == nil, why",
          [.bytes(bytecode)])
        #expect(
          words.words.contains(/^true (attempt to load a binary|only text) chunk/), "\(words.words)"
        )
      }
    }
    #expect(try fixture.call("return string.dump").words == "nil")
  }

  @Test func syntaxErrorsTellTheirPlaceAndWhetherMoreTextWouldHelp() throws {
    let vm = try LuaVM()
    let cases: [(String, Int, Bool)] = [
      ("x = = 1", 1, false), ("\n\nif x then", 3, true), ("return '", 1, true), ("f(", 1, true),
      ("goto nowhere", 1, false), ("local x <const> = 1\nx = 2", 2, false), ("--[[", 1, true),
      ("return [[", 1, true), ("for", 1, true), ("break", 1, false), ("x = 'a\n'", 1, false),
    ]
    for (source, line, incomplete) in cases {
      let error = #expect(throws: LuaError.self, "\(source)") {
        try vm.load(source, name: "@a/b.lua")
      }
      #expect(error?.kind == .syntax)
      #expect(error?.file == "a/b.lua")
      #expect(error?.line == line)
      #expect(error?.isIncomplete == incomplete, "\(source): \(error?.message ?? "")")
    }
  }

  @Test func theChunkNameStandsInErrorsAsItIs() throws {
    let vm = try LuaVM()
    let long = "folder/" + String(repeating: "very-", count: 12) + "long.lua"
    for (name, file) in [("@weekly.lua", "weekly.lua"), ("@\(long)", long)] {
      let error = #expect(throws: LuaError.self) {
        try vm.call(vm.load("\nerror('x')", name: name))
      }
      #expect(error?.file == file)
      #expect(error?.line == 2)
    }
  }

  @Test func errorsInInnerChunksPointAtTheRecipe() throws {
    let fixture = try LuaFixture()
    let inner = try fixture.vm.load(
      "return function(x) error('inner: ' .. x) end", name: "=stdlib/x.lua")
    try fixture.vm.setGlobal("inner", fixture.vm.call(inner).first ?? .nil)
    let error = #expect(throws: LuaError.self) { try fixture.run("\n\ninner('boom')") }
    #expect(error?.message == "stdlib/x.lua:1: inner: boom")
    #expect(error?.file == "test.lua")
    #expect(error?.line == 3)
  }

  @Test func loadBehavesAsLuasOwn() throws {
    let words = try LuaFixture().run(
      """
      assert(load("return ...", "x", "t")(5) == 5)
      assert(load("y = 1 return y", "x", "t", {})() == 1 and y == nil)
      assert(load("return x", "x", nil, { x = 2 })() == 2)
      local f, why = load("x =")
      assert(f == nil and why:find("^%(load%):1: "))
      f, why = load("return 1", "x", "b")
      assert(f == nil and why:find("only text"))
      local parts = { "return ", "", "nothing" }
      local i = 0
      assert(load(function() i = i + 1 return parts[i] end) ~= nil or true)
      f, why = load(function() error("reader", 0) end)
      assert(f == nil and why == "reader")
      f, why = load(function() return {} end)
      assert(f == nil and why:find("must return a string"))
      assert(not pcall(load) and not pcall(load, {}))
      assert(select("#", load("return 1", "x", "t", nil)) == 1 and not pcall(load("x()", "x", "t", nil)))
      f, why = pcall(load, ("x"):rep(17 * 1024 * 1024))
      assert(not f and why:find("16 MiB"))
      return "ok"
      """)
    #expect(words.words == "ok")
  }
}

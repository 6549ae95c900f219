import LuaBridge
import Testing

/// `json` as recipes see it, and the canonical form in which bodies leave the machine.
@Suite struct JSONModuleTests {
  @Test(arguments: [
    ("{}", "{}"), ("json.array()", "[]"), ("{ 1, 2 }", "[1,2]"), ("json.null", "null"),
    ("nil", "null"),
    ("{ b = 1, a = 2, ['a\\0'] = 3, [''] = 4 }", #"{"":4,"a":2,"a\u0000":3,"b":1}"#),
    ("{ { {} } }", "[[{}]]"), ("{ a = json.null }", #"{"a":null}"#), ("{ ['1'] = 1 }", #"{"1":1}"#),
    ("true", "true"), ("'é\\n\\t\\r\"\\\\\\1\\127'", #""é\n\t\r\"\\\u0001\#u{7F}""#),
    ("math.maxinteger", "9223372036854775807"), ("math.mininteger", "-9223372036854775808"),
    ("2^53", "9007199254740992.0"), ("1e16", "1e+16"), ("0.1", "0.1"), ("-0.0", "-0.0"),
    ("5e-324", "5e-324"), ("1.7976931348623157e308", "1.7976931348623157e+308"),
    ("1/3", "0.3333333333333333"), ("100000.0", "100000.0"), ("1e-5", "0.00001"), ("1e-6", "1e-06"),
    ("json.decode('[]')", "[]"), ("json.decode('{\"a\":[]}')", #"{"a":[]}"#),
    ("setmetatable({ 1 }, { __index = error, __len = error, __pairs = error })", "[1]"),
    ("{ [1.0] = 'a', [2] = 'b' }", #"["a","b"]"#),
  ])
  func valuesHaveOneForm(_ value: String, _ expected: String) throws {
    let fixture = try LuaFixture()
    #expect(try fixture.call("return json.encode(\(value))").words == expected)
    try fixture.bind("bytes") { (call) throws(LuaError) in .value(.bytes(try call.json(1))) }
    #expect(try fixture.call("return bytes(\(value))").words == expected)
  }

  @Test func membersAreSortedHoweverManyThereAre() throws {
    let fixture = try LuaFixture()
    for count in [1, 15, 16, 17, 500] {
      let words = try fixture.call(
        """
        local count, t = ...
        t = {}
        for i = count, 1, -1 do t[("k%05d"):format(i * 7919 % 100003)] = i end
        local text = json.encode(t)
        local last = ""
        for key in text:gmatch('"(k%d+)"') do assert(last < key) last = key end
        for k, v in pairs(json.decode(text)) do assert(t[k] == v) end
        return #text > 0
        """, [.integer(Int64(count))])
      #expect(words.words == "true")
    }
  }

  @Test(arguments: [
    ("{ 1, nil, 3 }", "the value is a list with holes"),
    ("{ [5] = 1 }", "the value is a list with holes"),
    ("{ [0] = 1 }", "the value is a list with holes"),
    ("{ [1 << 40] = 1 }", "the value is a list with holes"),
    ("{ [math.mininteger] = 1 }", "the value is a list with holes"),
    ("{ 1, a = 2 }", "the value is a table with both names and list elements"),
    ("{ [1.5] = 1 }", "the value has a key that is neither a name nor a list index"),
    ("{ [true] = 1 }", "the value has a key that is neither a name nor a list index"),
    ("{ a = { b = { print } , f = error } }", "a.f is a function"),
    ("{ list = { 1, { x = tostring } } }", "list[2].x is a function"),
    ("0/0", "the value is not a finite number"), ("{ a = 1/0 }", "a is not a finite number"),
    ("'\\xFF'", "the value is not valid UTF-8 text"),
    ("{ ['\\xC3'] = 1 }", "is not valid UTF-8 text"),
    ("'\\xED\\xA0\\x80'", "not valid UTF-8"), ("'\\xC0\\x80'", "not valid UTF-8"),
    ("'\\xF4\\x90\\x80\\x80'", "not valid UTF-8"), ("'\\xE2\\x82'", "not valid UTF-8"),
    ("coroutine.create(error)", "the value is a thread"), ("track()", "the value is a tracked"),
    ("(function() local t = {} t.t = t return t end)()", "nested too deeply"),
  ])
  func whatJSONCannotSayIsAnErrorThatNamesThePlace(_ value: String, _ words: String) throws {
    let fixture = try LuaFixture()
    try fixture.bind("bytes") { (call) throws(LuaError) in .value(.bytes(try call.json(1))) }
    for function in ["json.encode", "bytes"] {
      let error = #expect(throws: LuaError.self) { try fixture.run("\(function)(\(value))") }
      #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
      #expect(error?.line == 1)
    }
  }

  @Test(arguments: [
    ("9223372036854775807", "integer 9223372036854775807"),
    ("-9223372036854775808", "integer -9223372036854775808"),
    ("9223372036854775808", "float 9.2233720368547758e+18"),
    ("-9223372036854775809", "float -9.2233720368547758e+18"),
    ("18446744073709551616", "float 1.8446744073709552e+19"),
    ("100000000000000000000000000000000000000000", "float 1e+41"), ("1.0", "float 1.0"),
    ("-0", "integer 0"), ("-0.0", "float -0.0"), ("1e2", "float 100.0"), ("1E400", "error"),
    ("-1e999", "error"), ("1e-400", "float 0.0"), ("01", "error"), ("+1", "error"), (".5", "error"),
    ("1.", "error"), ("0x10", "error"), ("NaN", "error"), ("Infinity", "error"), ("--1", "error"),
  ])
  func numbersAreReadExactlyOrRefused(_ text: String, _ expected: String) throws {
    let words = try LuaFixture().call(
      """
      local text, big = ...
      for _, form in ipairs { text, "[" .. text .. "]", '{"a":' .. text .. ',"b":1234567890123456789}' } do
        local ok, v = pcall(json.decode, form)
        if not ok then return "error" end
        if type(v) == "table" then
          assert(v.b == nil or math.type(v.b) == "integer" and v.b == 1234567890123456789)
          v = v.a or v[1]
        end
        last = math.type(v) .. " " .. (math.type(v) == "float" and ("%.17g"):format(v) or v)
      end
      return (last:gsub("^float (-?%d+)$", "float %1.0"))
      """, [.string(text)])
    #expect(words.words == expected)
  }

  @Test(arguments: [
    "", " ", "[", "]", "{", "{\"a\"}", "{\"a\":}", "[1,]", "{,}", "[1 2]", "nul", "truex", "\"abc",
    "\"\\x\"",
    "\"\\ud800\"", "\"\\udc00\\ud800\"", "[1]]", "1 2", "{\"a\":1,}", "'a'", "[\"\u{1}\"]", "{1:2}",
    "//", "\u{0}",
    "[1,\u{0}]", "\"\\u12\"", "tru", "\u{FEFF}",
  ])
  func malformedDocumentsAreErrors(_ text: String) throws {
    let fixture = try LuaFixture()
    let error = #expect(throws: LuaError.self) {
      try fixture.run("return json.decode((...))", [.string(text)])
    }
    #expect(error?.message.contains("malformed JSON: ") == true, "\(error?.message ?? "")")
    #expect(try fixture.call("return json.decode('[1]')[1]").words == "1")
  }

  @Test func bytesThatAreNoTextAreRefused() throws {
    let fixture = try LuaFixture()
    for bytes: [UInt8] in [
      [0x22, 0xFF, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0xFF], [0x22, 0xC3, 0x22],
    ] {
      #expect(throws: LuaError.self) { try fixture.call("json.decode((...))", [.bytes(bytes)]) }
    }
  }

  @Test func documentsMayHoldWhateverJSONAllows() throws {
    let words = try LuaFixture().call(
      #"""
      local v = json.decode(' \n{"a":1,"a":2,"":{"":[]},"\\u0000":"\\u0000x","\\ud83d\\ude00":"\\/"} ')
      assert(v.a == 2 and json.is_array(v[""][""]) and v["\0"] == "\0x" and v["😀"] == "/")
      assert(json.decode("\xEF\xBB\xBF[1]")[1] == 1)
      assert(json.decode(" null ") == json.null and json.decode("false") == false)
      assert(#json.decode('["' .. ("x"):rep(100000) .. '"]')[1] == 100000)
      return "ok"
      """#)
    #expect(words.words == "ok")
  }

  @Test func whatCanBeWrittenCanBeReadAndDepthIsBounded() throws {
    let words = try LuaFixture().call(
      """
      local function nest(n, leaf) local t = leaf for i = 1, n do t = { t } end return t end
      local deepest
      for n = 1, 200 do
        local ok, text = pcall(json.encode, nest(n, 1))
        if not ok then assert(text:find("nested too deeply")) break end
        deepest = n
        assert(json.encode(json.decode(text)) == text)
      end
      assert(pcall(json.decode, ("["):rep(deepest) .. "1" .. ("]"):rep(deepest)))
      local ok, why = pcall(json.decode, ("["):rep(5000) .. ("]"):rep(5000))
      assert(not ok and why:find("nested too deeply"), why)
      ok, why = pcall(json.decode, ('{"a":'):rep(5000) .. "1" .. ("}"):rep(5000))
      assert(not ok and why:find("nested too deeply"), why)
      return deepest
      """)
    let deepest = try #require(words.first?.integer)
    #expect(deepest >= 100 && deepest <= 128)
  }

  @Test func emptyArraysStayArraysAndAreOrdinaryTables() throws {
    let words = try LuaFixture().call(
      """
      local a = json.decode("[]")
      assert(json.is_array(a) and getmetatable(a) == nil and #a == 0)
      a[1] = "x"
      assert(json.encode(a) == '["x"]')
      local b = setmetatable(json.array(), { __index = { hello = "you" } })
      assert(b.hello == "you" and not json.is_array(b) and json.encode(b) == "{}")
      assert(not pcall(json.array, setmetatable({}, {})))
      assert(json.array(json.array({})) and not json.is_array({}) and not json.is_array(1))
      assert(json.is_array { 1 } and not json.is_array { a = 1 })
      return "ok"
      """)
    #expect(words.words == "ok")
  }

  @Test func nullIsAValueOfItsOwn() throws {
    let words = try LuaFixture().call(
      """
      assert(json.null ~= nil and tostring(json.null) == "null" and ("%s"):format(json.null) == "null")
      assert(getmetatable(json.null) == false and not pcall(function() return json.null.x end))
      return type(json.null)
      """)
    #expect(words.words == "userdata")
  }

  @Test func prettyTextIsIndentedAndReadsBack() throws {
    #expect(
      try LuaFixture().call(
        "return json.encode({ b = { 1, {} }, a = json.array() }, { pretty = true })"
      ).words
        == """
        {
          "a": [],
          "b": [
            1,
            {}
          ]
        }
        """)
  }

  @Test func tablesThatChangeUnderTheCollectorAreEncodedAsTheyAre() throws {
    let fixture = try LuaFixture()
    fixture.vm.collectAtEveryAllocation(true)
    let words = try fixture.call(
      """
      local weak = setmetatable({}, { __mode = "kv" })
      for i = 1, 40 do weak["k" .. i] = { i } end
      for i = 1, 20 do local ok = pcall(json.encode, weak) end
      return "ok"
      """)
    #expect(words.words == "ok")
  }
}

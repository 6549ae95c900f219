import ProspectJSON
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct JSONParserTests {
  @Test func bytesOfEveryKindOfSequenceAreRead() throws {
    let parser = JSONParser()
    let bytes = Array(#"{"a":[1,2,3]}"#.utf8)
    let expected = try JSON.parse(bytes)
    #expect(try parser.parse(bytes[...]) == expected)
    #expect(try parser.parse(AnySequence(bytes)) == expected)
    #expect(try parser.parse(#"{"a":[1,2,3]}"#.utf8) == expected)
    #expect(try parser.parse(Array("xx".utf8 + bytes).dropFirst(2)) == expected)
  }

  @Test func aParserIsUsedAgainForDocumentsOfAllSizes() throws {
    let parser = JSONParser()
    for size in [1, 100, 5000, 20, 300_000, 3, 1_000_000, 2] {
      let text = String(repeating: "é", count: size)
      #expect(try parser.parse(JSON.string(text).encoded) == .string(text))
      #expect(throws: JSONError.self) { try parser.parse([UInt8](repeating: 0x5B, count: size)) }
    }
  }

  @Test func nothingBehindADocumentIsRead() throws {
    let page = Int(getpagesize())
    let memory = try #require(
      mmap(nil, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0))
    defer { munmap(memory, 2 * page) }
    // Whoever reads beyond the first page ends here.
    try #require(mprotect(memory + page, page, PROT_NONE) == 0)
    for text in [
      "1", "[]", #""text""#, "[1,2,3,\"\(String(repeating: "x", count: 200))\"]", "\u{FEFF}[1]",
      "[",
    ] {
      let bytes = Array(text.utf8)
      let start = memory + page - bytes.count
      start.copyMemory(from: bytes, byteCount: bytes.count)
      let last = UnsafeRawBufferPointer(start: start, count: bytes.count)
      #expect((try? JSONParser().parse(last)) == (try? JSON.parse(bytes)))
    }
  }

  @Test func aByteOrderMarkIsSkipped() throws {
    #expect(try JSON.parse([0xEF, 0xBB, 0xBF, 0x31]) == 1)
    #expect(throws: JSONError.self) { try JSON.parse([0xEF, 0xBB, 0xBF]) }
  }

  @Test func integersBesideHugeOnesStayExact() throws {
    let text =
      "[1234567890123456789,99999999999999999999999,-9223372036854775808,-9223372036854775809]"
    #expect(
      try JSON.parse(text)
        == [
          1_234_567_890_123_456_789, .number(1e23), .integer(.min), .number(-9223372036854775808.0),
        ])
    #expect(
      try JSON.parse(#"["123456789012345678901234567890",123456789012345678901234567890]"#)
        == ["123456789012345678901234567890", .number(1.2345678901234568e29)])
    #expect(throws: JSONError.self) { try JSON.parse("0123456789012345678901234567890") }
    #expect(throws: JSONError.self) { try JSON.parse("1e400") }
  }

  @Test func aTapeIsReadInPlace() throws {
    let names = try JSONParser().withTape(of: #"{"a":[1,[2],{"x":3}],"b":"t\u0000","c":null}"#.utf8)
    { tape in
      var names: [String] = []
      tape.forEachMember { name, value in
        var count = 0
        value.forEachElement { _ in count += 1 }
        let text = value.stringBytes.map { String(decoding: $0, as: UTF8.self) } ?? "-"
        names.append("\(String(decoding: name, as: UTF8.self))\(count)\(text)\(value.isNull)")
      }
      tape.forEachElement { _ in names.append("no array") }
      return names
    }
    #expect(names == ["a3-false", "b0t\0false", "c0-true"])
  }

  @Test func depthCanBeChosenWithinReason() throws {
    let deep = { (n: Int) in String(repeating: "[", count: n) + String(repeating: "]", count: n) }
    #expect(throws: JSONError.self) { try JSONParser(maximumDepth: 3).parse(deep(5).utf8) }
    _ = try JSONParser(maximumDepth: 3).parse(deep(2).utf8)
    _ = try JSONParser(maximumDepth: 100_000).parse(deep(1000).utf8)
    #expect(throws: JSONError.self) {
      try JSONParser(maximumDepth: 100_000).parse(deep(50_000).utf8)
    }
  }
}

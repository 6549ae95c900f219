import MachinePort
import Testing

struct FileTests {
  private func host(_ content: [UInt8], portion: Int = .max) throws -> ScriptedHost {
    let host = try ScriptedHost()
    host.files.portion = portion
    host.script = { [files = host.files] request in
      switch request {
      case .open: files.reply(5, content)
      case .write(let path, _): .json(#"{"path":"out/\#(path)"}"#)
      default: nil
      }
    }
    return host
  }

  @Test(arguments: [1, 2, 3, 7, 1000])
  func `rows are the same whatever the portions a file is read in`(portion: Int) throws {
    let text = "id,name\r\n1,\"a \"\"b\"\", c\"\r\n2,\"x\r\ny\"\r\n3,日本\r\n4,"
    let host = try host(Array(text.utf8), portion: portion)
    host.run("for row in csv.rows('f.csv') do print(row.id, row.name) end")
    #expect(host.output == "1\ta \"b\", c\n2\tx\r\ny\n3\t日本\n4\t\n")
    #expect(host.files.closed == [5])
  }

  @Test(arguments: [1, 3, 1000])
  func `lines are the same whatever the portions`(portion: Int) throws {
    let host = try host(Array("one\r\n\ntwo\nend".utf8), portion: portion)
    host.run("for line in files.lines('f') do print('<' .. line .. '>') end")
    #expect(host.output == "<one>\n<>\n<two>\n<end>\n")
  }

  @Test func `a large file streams through little memory`() throws {
    var content = Array("id,email\n".utf8)
    for row in 1...100_000 { content += Array("\(row),user\(row)@example.com\n".utf8) }
    let host = try host(content)
    host.run(
      """
      local n = 0
      for row in csv.rows("big.csv") do n = n + 1 end
      print(n)
      """, memoryLimit: 8 << 20)
    #expect(host.output == "100000\n")
  }

  @Test func `a file is read whole and closed`() throws {
    let host = try host(Array("a\0b\u{e9}".utf8))
    host.run("print(#files.read('f'))")
    #expect(host.output == "5\n")
    #expect(host.files.closed == [5])
  }

  @Test func `a file beyond the memory limit is an error`() throws {
    let host = try host([UInt8](repeating: 0, count: 5 << 20))
    host.run("files.read('f')", memoryLimit: 8 << 20)
    #expect(host.failure?.message.contains("too large to be read at once") == true)
  }

  @Test func `a file is written by the host`() throws {
    let host = try host([])
    host.run("print(files.write('r.csv', csv.format({ { a = 1 } }, { 'a' })))")
    #expect(host.output == "out/r.csv\n")
    #expect(host.requests.last == .write(path: "r.csv", bytes: Array("a\r\n1\r\n".utf8)))
  }

  @Test func `a recipe that forgets a file does not keep it open`() throws {
    let host = try host(Array("a\n1\n2\n".utf8))
    host.run(
      """
      do local rows = csv.rows("f.csv") rows() end
      local t = {}
      for i = 1, 200000 do t = { t[1], i } end
      time.sleep(1)
      """)
    #expect(host.files.closed == [5])
  }
}

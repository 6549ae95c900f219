import Foundation
import ScriptedServer
import Testing

/// A key that is planted, everything that can go wrong, and every byte that comes out searched for it.
///
/// Each case starts the program as a script does, against a server that sends back whatever it was sent in every form.
@Suite(.timeLimit(.minutes(5))) struct PlantedKeyTests {
  /// Has characters that every encoding writes differently.
  static let key = "pb2b_live_planted_4f/9+Zq=7x~e1d2c3b4"
  private static let traces = SecretWriting.traces(of: key)
  /// What `Authorization` carries besides; a server that sends it back encodes both together.
  private static let forms = SecretWriting.all(of: key).sorted { $0.key < $1.key }

  /// Tells everything that a recipe can get hold of, in every way that there is.
  private static let recipe = """
    local key = arg[1]
    local crm = require "prospectb2b"
    local function tell(what)
      print(what, tostring(what))
      print(inspect(what))
      pcall(function() print(json.encode(what)) end)
      for _, level in ipairs { "debug", "info", "warn", "error" } do
        log[level](tostring(what), { value = inspect(what), [tostring(what):sub(1, 60)] = 1 })
      end
      files.write("told.txt", inspect(what))
    end
    local found, result = pcall(crm.me)
    tell(result)
    if found then
      tell(meta(result))
      for name, value in pairs(meta(result).headers) do tell(value) end
    else
      for _, name in ipairs { "message", "code", "request_id", "hint" } do tell(result[name]) end
    end
    local sent, created = pcall(crm.leads.create, { company_name = "Acme " .. key, email = "a@b.example" })
    tell(created)
    tell(select(2, pcall(crm.leads.create, { [key] = 1 })))
    tell(select(2, pcall(crm.leads.get, { lead_id = key })))
    tell(key)
    tell(select(2, pcall(load, "error('" .. key .. "')", "=" .. key)))
    tell(select(2, pcall(require, key)))
    tell(select(2, pcall(files.read, key)))
    tell(select(2, pcall(csv.parse, key)))
    for i = 1, #key do log.info(key:sub(1, i)) end
    parallel.each({ key }, function(text) tell(text) end)
    local function deep() error(how == 1 and key or { kind = "provider", message = key, code = key,
      request_id = key, hint = key, provider = key, operation = key }) end
    how = tonumber(arg[2])
    deep()
    """

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    var words: [String] = []
    var how = "2"
    let reply: @Sendable (ScriptedServer.Request) -> ScriptedServer.Reply

    var testDescription: String { name }
  }

  /// A body that holds the key in every form, as an echo of the request would.
  private static func echo(_ request: ScriptedServer.Request) -> String {
    let header = request.headers["authorization"] ?? ""
    let parts = forms.filter { $0.key != "raw" && !$0.key.hasPrefix("json") }.enumerated().map {
      "\"f\($0.offset)\":\"\(escaped($0.element.value))\""
    }
    return """
      {"error":{"message":"bad \(header)","code":"c_\(header)","request_id":"r_\(header)"},\
      "raw":"\(key)","slash":"\(SecretWriting.json(key))","u":"\(SecretWriting.unicode(header))",\
      "headers":{\(request.headers.map { "\"\($0.key)\":\"\(escaped($0.value))\"" }.joined(separator: ","))},\
      "basic":"\(SecretWriting.base64(header))","data":{"id":"\(key)"},\(parts.joined(separator: ","))}
      """
  }

  private static func escaped(_ text: String) -> String {
    text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
  }

  private static func answer(
    _ status: Int, _ headers: [String: String] = [:]
  ) -> @Sendable (ScriptedServer.Request) -> ScriptedServer.Reply {
    { request in
      .answer(
        status,
        headers: [
          "Content-Type": "application/json", "X-Request-Id": "r-\(key)", "Retry-After": "0",
          "X-Echo": request.headers["authorization"] ?? "", "X-Hex": SecretWriting.hex(key),
        ].merging(headers) { $1 }, body: echo(request))
    }
  }

  private static let statuses: [Case] = [200, 400, 401, 403, 404, 409, 422, 429, 500].map {
    Case(name: "status \($0)", reply: answer($0))
  }

  private static let ways: [Case] = [
    Case(name: "redirect", reply: answer(302, ["Location": "https://other.example/?k=\(key)"])),
    Case(name: "trace level", words: ["--log-level", "trace"], reply: answer(200)),
    Case(
      name: "trace level, json", words: ["--log-level", "trace", "--log-format", "json"], how: "1",
      reply: answer(403)),
    Case(name: "json", words: ["--log-format", "json"], reply: answer(403)),
    Case(
      name: "within the process", words: ["--trusted", "--log-level", "trace"], how: "1",
      reply: answer(200)),
    Case(name: "quiet", words: ["--quiet"], how: "1", reply: answer(422)),
  ]

  private static let answers: [Case] = [
    Case(name: "plain text") { request in
      text("no: \(request.headers["authorization"] ?? "")")
    },
    Case(name: "long text that is cut") { request in
      text(String(repeating: "x", count: 280) + (request.headers["authorization"] ?? ""))
    },
    Case(name: "no JSON") { _ in .answer(200, body: "<html>\(key)</html>") },
    Case(name: "malformed JSON") { _ in .answer(200, body: "{\"a\":\"\(key)\",}") },
    Case(name: "JSON that is cut off") { _ in .answer(200, body: "{\"a\":\"\(key)") },
    Case(name: "a header that is none") { _ in
      .bytes("HTTP/1.1 200 \(key)\r\n\(key)\r\n\r\n{}")
    },
    Case(name: "no answer") { _ in .drop },
  ]

  private static func text(_ text: String) -> ScriptedServer.Reply {
    .answer(400, headers: ["Content-Type": "text/plain"], body: text)
  }

  @Test(arguments: statuses + ways + answers)
  func `the key is found nowhere, whatever goes wrong`(_ given: Case) async throws {
    let server = try ScriptedServer(given.reply)
    defer { server.stop() }
    let folder = try TemporaryFolder()
    let file = try folder.write(Self.recipe, to: "tell.lua")
    let ended = try await Program.run(
      given.words + ["--out", folder.path + "/out", file, Self.key, given.how],
      environment: environment(folder, server.url))
    #expect(ended.status != 0)
    try search(ended, folder)
    #expect(ended.output.contains("•••"))
    // Everything was told: the recipe came to its end.
    #expect(ended.error.contains("•••"))
    #expect(!server.requests.isEmpty)
  }

  @Test func `what is no secret is told everywhere, so the search would find one that is`()
    async throws
  {
    let folder = try TemporaryFolder()
    let file = try folder.write(Self.recipe, to: "tell.lua")
    let word = "this_is_no_secret"
    let ended = try await Program.run(["--out", folder.path + "/out", file, word, "2"])
    #expect(ended.status == 4)
    #expect(ended.output.contains(word) && ended.error.contains("hint: \(word)"))
    #expect(ended.error.contains(#"value="\"\#(word)\"""#))
    let told = try files(below: folder.path).first { $0.path.hasSuffix("/out/told.txt") }
    #expect(told.map { String(decoding: $0.bytes, as: UTF8.self).contains(word) } == true)
  }

  @Test(arguments: ["https://127.0.0.1:PORT", "https://localhost:1", "https://PORT.invalid/"])
  func `the key is found nowhere when nobody speaks TLS, or nobody is there`(_ base: String)
    async throws
  {
    let server = try ScriptedServer { _ in .drop }
    defer { server.stop() }
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "local ok, err = pcall(require('prospectb2b').me)\nprint(inspect(err), ...)\nerror(err)",
      to: "tell.lua")
    let ended = try await Program.run(
      ["--log-level", "trace", "--out", folder.path + "/out", file, Self.key],
      environment: environment(
        folder, base.replacingOccurrences(of: "PORT", with: "\(server.port)")))
    #expect(ended.status == 4)
    try search(ended, folder)
  }

  @Test(arguments: [
    ["check", "KEY.lua"], ["check", "FILE"], ["check", "--json", "FILE"], ["ops", "KEY"],
    ["ops", "--json", "KEY"], ["--KEY"], ["KEY"], ["KEY.lua"], ["--log-level", "KEY", "-e", "1"],
    ["--limit", "KEY=1", "-e", "1"], ["--out", "/dev/null/KEY", "-e", "files.write('a', 'KEY')"],
    ["--provider", "KEY", "-e", "require 'KEY'"], ["-e", "KEY"], ["-e", "return KEY"],
    ["-e", "local crm = require 'prospectb2b'; crm['KEY'].list()"], ["sandbox", "--switch", "KEY"],
    ["--sandbox", "--sandbox-switch", "KEY=1", "-e", "1"], ["help", "KEY"],
    ["init", "/dev/null/KEY"],
    ["--trusted", "-e", "print('KEY') error('KEY')"],
  ])
  func `the key is found nowhere, whatever is asked for`(_ words: [String]) async throws {
    let server = try ScriptedServer(Self.answer(403))
    defer { server.stop() }
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "local crm = require 'prospectb2b'\ncrm.me()\ncrm.leads['\(Self.key)']()\ncrm.leads.lst { ['\(Self.key)'] = 1 }\nrequire '\(Self.key)'",
      to: "wrong.lua")
    let ended = try await Program.run(
      words.map { $0 == "FILE" ? file : $0.replacingOccurrences(of: "KEY", with: Self.key) },
      environment: environment(folder, server.url))
    #expect(ended.status != 0)
    #expect(!ended.error.isEmpty || !ended.output.isEmpty)
    try search(ended, folder)
  }

  @Test func `the prompt shows the key nowhere, and its history does not keep it`() throws {
    let server = try ScriptedServer(Self.answer(200))
    defer { server.stop() }
    let folder = try TemporaryFolder()
    let terminal = try Terminal(
      ["--log-level", "trace"], environment: environment(folder, server.url))
    try terminal.see("> ")
    terminal.type("inspect(require 'prospectb2b'.me())\n")
    try terminal.see("•••")
    try terminal.see("> ")
    terminal.type("error(require 'prospectb2b'.me())\n")
    try terminal.see("error")
    try terminal.see("> ")
    // The person's own text appears while it is typed; the search begins behind it.
    let before = terminal.text
    try search(Program.Ended(status: 0, output: before, error: ""), folder)
    terminal.type("'\(Self.key)'\n")
    try terminal.see("•••")
    try terminal.see("> ")
    terminal.type("\u{4}")
    #expect(try terminal.finish() == 0)
    try search(Program.Ended(status: 0, output: "", error: ""), folder)
    let history = try #require(
      try files(below: folder.path).first { $0.path.hasSuffix("/history") })
    #expect(String(decoding: history.bytes, as: UTF8.self).contains("prospectb2b"))
  }

  private func environment(_ folder: TemporaryFolder, _ base: String) -> [String: String] {
    [
      "PROSPECTB2B_API_KEY": Self.key, "PROSPECTB2B_BASE_URL": base, "HOME": folder.path,
      "XDG_STATE_HOME": folder.path + "/state", "XDG_CONFIG_HOME": folder.path + "/config",
    ]
  }

  private func search(_ ended: Program.Ended, _ folder: TemporaryFolder) throws {
    var places = [("stdout", Array(ended.output.utf8)), ("stderr", Array(ended.error.utf8))]
    // What the test itself has written is what the program was given.
    places += try files(below: folder.path).filter { !$0.path.hasSuffix(".lua") }
      .map { ($0.path, $0.bytes) }
    for (place, bytes) in places {
      let text = Data(bytes)
      for trace in Self.traces {
        let found = text.range(of: Data(trace.utf8))
        #expect(found == nil, "\(trace) in \(place): \(found.map { Self.excerpt(text, $0) } ?? "")")
      }
    }
  }

  private static func excerpt(_ text: Data, _ place: Range<Int>) -> String {
    let part = text[max(0, place.lowerBound - 60)..<min(text.count, place.upperBound + 20)]
    return String(decoding: part, as: UTF8.self)
  }

  private func files(below folder: String) throws -> [(path: String, bytes: [UInt8])] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).compactMap { name in
      let path = folder + "/" + name
      #expect(!name.contains(Self.key), "the name of a file")
      return FileManager.default.contents(atPath: path).map { (path, Array($0)) }
    }
  }
}

import Testing

@testable import ProspectCLI

@Suite struct ProjectFileTests {
  @Test func readsEverySetting() throws {
    let file = try ProjectFile(
      """
      # What recipes here may do.
      providers: [acme, "spherescout_variant"]
      base_urls:
        acme: https://crm.acme.example/api
      http: [hooks.example.com]
      secrets:
        RECIPE_TOKEN: hooks.example.com
      private_hosts: [crm.corp.example]
      out: results
      limits:
        wall: 30m
        memory: 64MiB
      """, folder: "/p")
    #expect(file.providers == ["acme", "spherescout_variant"])
    #expect(file.baseURLs == ["acme": "https://crm.acme.example/api"])
    #expect(file.httpHosts == ["hooks.example.com"] && file.privateHosts == ["crm.corp.example"])
    #expect(file.httpSecrets == ["RECIPE_TOKEN": "hooks.example.com"])
    #expect(file.out == "results")
    #expect(file.limits == [.wall(.seconds(1800)), .memory(64 << 20)])
  }

  @Test(arguments: ["", "# nothing yet\n", "limits:\nbase_urls:\n", "providers: []"])
  func settingsMayBeAbsent(text: String) throws {
    let empty = try ProjectFile("", folder: "/p")
    #expect(try ProjectFile(text, folder: "/p") == empty)
  }

  @Test(
    arguments: [
      ("out: a\nlimts:\n  wall: 1s", 2, "there is no setting 'limts'", "did you mean 'limits'?"),
      (
        "colour: red", 1, "there is no setting 'colour'",
        "there are providers, base_urls, http, secrets, private_hosts, out, limits, credential_helpers"
      ),
      ("providers: acme", 1, "providers must be a list", "write providers: [acme]"),
      ("providers:\n  - [a]", 2, "a provider must be a single value, not a list", nil),
      (
        "\nlimits:\n  wall: soon", 3, "'soon' is no time; write wall=500ms, wall=2s or wall=10m",
        nil
      ),
      (
        "out: /", 1, "out must be a folder below this one", "another folder can be given with --out"
      ),
      ("out: a/../..", 1, "out must be", "another folder can be given with --out"),
      ("limits: [a]", 1, "limits must hold names and values, not a list", nil),
      ("- a", 1, "the file must hold names and values, not a list", nil),
      ("out: a\nout: b", 2, "'out' is there twice", nil),
      ("out: &x a", 1, "anchors and aliases are not supported", nil),
      ("out: *x", 1, "anchors and aliases are not supported", nil),
      ("out: [", 2, "did not find expected node content", nil),
      ("out: a\n---\nout: b", 2, "there must be one document only", nil),
      ("[a]: b", 1, "a name must be a single word", nil),
    ] as [(String, Int, String, String?)])
  func explainsMistakes(text: String, line: Int, message: String, hint: String?) {
    let problem = #expect(throws: YAMLProblem.self) { try ProjectFile(text, folder: "/p") }
    #expect(problem?.line == line)
    #expect(problem?.message.contains(message) == true, "\(problem?.message ?? "")")
    #expect(problem?.hint == hint)
  }

  @Test func isFoundInTheFolderOrAboveIt() throws {
    let folder = try TemporaryFolder()
    try folder.write("out: there", to: "prospect.yaml")
    try folder.makeFolder("a/b")
    let found = try #require(try ProjectFile.find(from: folder.path + "/a/b"))
    #expect(found.out == "there")
    #expect(found.folder.hasSuffix(folder.path))
    try folder.write("out: [", to: "a/prospect.yaml")
    let error = #expect(throws: UsageError.self) {
      try ProjectFile.find(from: folder.path + "/a/b")
    }
    #expect(error?.message.contains("/a/prospect.yaml:2: ") == true)
  }

  @Test func isRefusedWhenOthersCanWriteIt() throws {
    let folder = try TemporaryFolder()
    try folder.write("out: there", to: "prospect.yaml", mode: 0o666)
    let error = #expect(throws: UsageError.self) { try ProjectFile.find(from: folder.path) }
    #expect(error?.message.contains("can be written by others") == true)
    #expect(error?.hint == "chmod go-w \(folder.path)/prospect.yaml")
  }
}

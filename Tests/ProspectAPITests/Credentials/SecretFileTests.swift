import Testing

@testable import ProspectAPI

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Which files are trusted with a secret.
@Suite struct SecretFileTests {
  private let folder: SecretFolder

  init() throws { folder = try SecretFolder() }

  @Test(arguments: [
    (0o600, true), (0o400, true), (0o700, true), (0o640, false), (0o604, false), (0o620, false),
    (0o602, false), (0o644, false), (0o666, false), (0o610, false),
  ])
  func aFileThatOthersCanOpenIsRefusedWithTheCommandThatCloses(
    _ mode: Int, _ isTrusted: Bool
  ) throws {
    let path = try folder.write("k", to: "it's", mode: mode_t(mode))
    for rule in [SecretFile.Rule.own, .given] {
      if isTrusted {
        #expect(try SecretFile(path: path, rule: rule).read() == [UInt8(ascii: "k")])
        continue
      }
      let problem = #expect(throws: SecretFile.Problem.self) {
        try SecretFile(path: path, rule: rule).read()
      }
      // What is told can be typed as it is.
      #expect(problem?.hint == #"chmod 600 '\#(folder.path)/it'\''s'"#)
    }
  }

  @Test func aLinkIsRefusedEvenToAGoodFile() throws {
    let target = try folder.write("k", to: "key")
    let link = try folder.link("link", to: target)
    let problem = #expect(throws: SecretFile.Problem.self) {
      try SecretFile(path: link, rule: .given).read()
    }
    #expect(problem?.message.contains("symbolic link") == true)
    #expect(problem?.hint?.contains("readlink -f \(link)") == true)
  }

  @Test(.enabled(if: geteuid() == 0)) func aFileOfAnotherUserIsRefused() throws {
    let path = try folder.write("k", to: "key")
    #expect(chown(path, 12345, 12345) == 0)
    for rule in [SecretFile.Rule.own, .given] {
      let problem = #expect(throws: SecretFile.Problem.self) {
        try SecretFile(path: path, rule: rule).read()
      }
      #expect(problem?.message.contains("user 12345") == true)
      #expect(problem?.hint == "sudo chown 0 \(path) && chmod 600 \(path)")
    }
  }

  @Test func whatIsNotThereIsNothingAndAFolderIsNoFile() throws {
    #expect(try SecretFile(path: "\(folder.path)/none", rule: .own).read() == nil)
    #expect(throws: SecretFile.Problem.self) {
      try SecretFile(path: folder.path, rule: .own).read()
    }
    #expect(mkfifo("\(folder.path)/pipe", 0o600) == 0)
    // And nobody waits for its other end.
    #expect(throws: SecretFile.Problem.self) {
      try SecretFile(path: "\(folder.path)/pipe", rule: .own).read()
    }
  }

  @Test func theStoreIsWrittenForItsUserOnly() throws {
    let file = CredentialsFile(path: "\(folder.path)/credentials.json")
    try file.update { $0.set(Self.entry("k"), "shop", "default") }
    #expect(folder.mode("credentials.json") == 0o600)
    #expect(folder.mode("credentials.json.lock") == 0o600)
    #expect(folder.names == ["credentials.json", "credentials.json.lock"])
    try file.update { $0.set(nil, "shop", "default") }
    #expect(try file.read() == StoredCredentials())
  }

  @Test func writersAtOnceLoseNothingAndReadersSeeWholeFiles() async throws {
    let file = CredentialsFile(path: "\(folder.path)/credentials.json")
    try file.update { $0.set(Self.entry("first"), "shop", "p0") }
    try await withThrowingTaskGroup { group in
      for number in 1...40 {
        group.addTask { try file.update { $0.set(Self.entry("k"), "shop", "p\(number)") } }
        group.addTask {
          let entry = try file.read().entry("shop", "p0")
          #expect(entry == Self.entry("first"))
        }
      }
      try await group.waitForAll()
    }
    #expect(try file.read().profileNames.count == 41)
    #expect(folder.names == ["credentials.json", "credentials.json.lock"])
  }

  @Test func aStoreThatIsOpenToOthersIsNeitherReadNorReplaced() throws {
    let path = try folder.write("{}", to: "credentials.json", mode: 0o644)
    let file = CredentialsFile(path: path)
    let problem = #expect(throws: SecretFile.Problem.self) {
      try file.update { $0.set(Self.entry("k"), "shop", "default") }
    }
    #expect(problem?.hint == "chmod 600 \(path)")
    #expect(folder.mode("credentials.json") == 0o644)
  }

  @Test(arguments: [
    "", "{", "{}", #"{"version":2,"profiles":{}}"#, #"{"version":1,"profiles":{"a":{"b":{}}}}"#,
  ])
  func aDamagedStoreIsNotOverwritten(_ text: String) throws {
    let path = try folder.write(text, to: "credentials.json")
    #expect(throws: SecretFile.Problem.self) {
      try CredentialsFile(path: path).update { $0.set(Self.entry("k"), "shop", "default") }
    }
    #expect(try SecretFile(path: path, rule: .own).read() == Array(text.utf8))
  }

  @Test(arguments: [
    (["XDG_CONFIG_HOME": "/x", "HOME": "/h"], "/x/prospect-run/credentials.json" as String?),
    (["XDG_CONFIG_HOME": "x", "HOME": "/h"], "/h/.config/prospect-run/credentials.json"),
    (["HOME": "/h"], "/h/.config/prospect-run/credentials.json"), ([:], nil),
    (["HOME": "relative"], nil),
  ])
  func theStoreLiesInTheConfigurationFolder(_ environment: [String: String], _ path: String?) {
    #expect(CredentialsFile.path(environment) == path)
  }

  private static func entry(_ key: String) -> StoredCredentials.Entry {
    .init(secrets: .key(Secret(key)), origin: "https://shop.example")
  }
}

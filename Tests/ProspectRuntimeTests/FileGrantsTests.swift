import Foundation
import ProspectAPI
import Testing

@testable import ProspectRuntime

/// What a recipe can reach, and what not.
@Suite struct FileGrantsTests {
  private let folder: TemporaryFolder
  private let grants: FileGrants

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("from the recipe's folder", to: "recipes/data.csv")
    try folder.write("secret", to: "secret.txt")
    grants = FileGrants(output: folder.path("out"), readable: [folder.path("recipes")])
  }

  private func read(_ path: String) async throws -> String {
    let file = try await grants.open(path)
    defer { file.close() }
    return String(decoding: try #require(readAll(file.descriptor, atMost: 1000)), as: UTF8.self)
  }

  @Test func `a file beside the recipe can be read, by its name or its whole path`() async throws {
    #expect(try await read("data.csv") == "from the recipe's folder")
    #expect(try await read("./data.csv") == "from the recipe's folder")
    #expect(try await read(folder.path("recipes/data.csv")) == "from the recipe's folder")
  }

  @Test func `what was written is found first`() async throws {
    #expect(
      try await grants.write("data.csv", Array("new".utf8), without: SecretRegister()) == "data.csv"
    )
    #expect(try await read("data.csv") == "new")
  }

  @Test func `folders on the way to a written file are made`() async throws {
    #expect(
      try await grants.write("a/b/c.txt", Array("deep".utf8), without: SecretRegister())
        == "a/b/c.txt")
    #expect(try folder.read("out/a/b/c.txt") == "deep")
  }

  @Test func `writing replaces the whole file and leaves nothing beside it`() async throws {
    _ = try await grants.write("x.txt", Array("a long text".utf8), without: SecretRegister())
    _ = try await grants.write("x.txt", Array("short".utf8), without: SecretRegister())
    #expect(try folder.read("out/x.txt") == "short")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("out")) == ["x.txt"])
  }

  @Test func `a discarded part leaves no trace, and the file that was there stays`() async throws {
    _ = try await grants.write("x.txt", Array("old".utf8), without: SecretRegister())
    let part = try await grants.makePart("x.txt")
    try part.write(Array("half".utf8))
    part.discard()
    #expect(try folder.read("out/x.txt") == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("out")) == ["x.txt"])
  }

  @Test(arguments: ["../secret.txt", "a/../../secret.txt", "/etc/passwd", "/"])
  func `a path that leads elsewhere is not granted`(_ path: String) async throws {
    for attempt in [
      { _ = try await grants.open(path) },
      { _ = try await grants.write(path, [], without: SecretRegister()) },
    ] as [() async throws -> Void] {
      await #expect { try await attempt() } throws: { ($0 as? RequestRefusal)?.kind == .grant }
    }
  }

  @Test func `a path that names nothing, or holds a zero, is an argument error`() async throws {
    for path in ["", ".", "a\0b"] {
      await #expect { _ = try await grants.open(path) } throws: {
        ($0 as? RequestRefusal)?.kind == .argument
      }
    }
  }

  @Test(arguments: [
    ("out", "prospect.yaml", false), ("out", "sub/Prospect.YAML", false),
    ("out", "providers/acme.lua", false), ("out", "PROVIDERS/acme.lua", false),
    ("out/providers", "acme.lua", false), ("out/providers/new", "acme.lua", false),
    ("out/link", "acme.lua", false), ("out", "providers.lua", true),
    ("out", "other/acme.lua", true),
  ])
  func `what says where credentials are sent is not written, wherever the output lies`(
    output: String, path: String, isAllowed: Bool
  ) async throws {
    try folder.write("return {}", to: "out/providers/acme.lua")
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "out/link"),
      withDestinationURL: folder.url.appending(path: "out/providers"))
    let grants = FileGrants(
      output: folder.path(output), readable: [], descriptions: folder.path("out/providers"))
    do throws(RequestRefusal) {
      _ = try await grants.write(path, Array("x".utf8), without: SecretRegister())
      #expect(isAllowed)
    } catch {
      #expect(!isAllowed && error.kind == .grant)
    }
    #expect(try folder.read("out/providers/acme.lua") == "return {}")
  }

  @Test func `a symbolic link leads nowhere, as file or as folder`() async throws {
    let recipes = folder.url.appending(path: "recipes")
    try FileManager.default.createSymbolicLink(
      at: recipes.appending(path: "link.txt"),
      withDestinationURL: folder.url.appending(path: "secret.txt"))
    try FileManager.default.createSymbolicLink(
      at: recipes.appending(path: "up"), withDestinationURL: folder.url)
    for path in ["link.txt", "up/secret.txt"] {
      await #expect { _ = try await grants.open(path) } throws: {
        ($0 as? RequestRefusal)?.kind == .grant
      }
    }
  }

  @Test func `a link in the output folder is replaced, never followed`() async throws {
    _ = try await grants.write("first", [], without: SecretRegister())
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "out/link"),
      withDestinationURL: folder.url.appending(path: "secret.txt"))
    _ = try await grants.write("link", Array("harmless".utf8), without: SecretRegister())
    #expect(try folder.read("secret.txt") == "secret")
    #expect(try folder.read("out/link") == "harmless")
  }

  @Test func `a folder or a pipe is no file to read`() async throws {
    try FileManager.default.createDirectory(
      atPath: folder.path("recipes/folder"), withIntermediateDirectories: true)
    #expect(mkfifo(folder.path("recipes/pipe"), 0o600) == 0)
    for path in ["folder", "pipe"] {
      await #expect { _ = try await grants.open(path) } throws: {
        ($0 as? RequestRefusal)?.message.contains("no regular file") == true
      }
    }
  }

  @Test func `a missing file says where it was looked for`() async throws {
    await #expect { _ = try await grants.open("nothing.csv") } throws: { error in
      let refusal = error as? RequestRefusal
      return refusal?.kind == .argument && refusal?.hint?.contains(folder.path("recipes")) == true
    }
  }
}

import ProspectJSON

@testable import ProspectSandbox

/// How one switch shows itself from outside: what is looked at, and what each reading shows.
struct ReadingProbe: Sendable {
  let name: String
  /// What is seen under each reading, by its word.
  let seen: [String: String]
  var configure: @Sendable (inout SandboxConfiguration) -> Void = { _ in }
  let look: @Sendable (TestSandbox) async throws -> String

  init(
    _ name: String, _ seen: [String: String],
    configure: @escaping @Sendable (inout SandboxConfiguration) -> Void = { _ in },
    look: @escaping @Sendable (TestSandbox) async throws -> String
  ) {
    self.name = "spherescout." + name
    self.seen = seen
    self.configure = configure
    self.look = look
  }

  /// A probe that looks whether something is there.
  init(
    _ name: String, there: String, gone: String,
    look: @escaping @Sendable (TestSandbox) async throws -> Bool
  ) {
    self.init(name, [there: "true", gone: "false"]) { String(try await look($0)) }
  }

  static let all = transport + access + search + reference + exports + files + history + variant

  /// Looks at a sandbox that reads the gap in this way.
  func look(under word: String) async throws -> String {
    var text = ""
    let gap = SandboxReadings.switches.first { $0.name == name }
    try await TestSandbox.with {
      configure(&$0)
      _ = gap?.set(word, in: &$0.readings)
    } _: {
      text = try await look($0)
    }
    return text
  }
}

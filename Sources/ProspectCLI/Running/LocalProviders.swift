internal import ProspectSandbox

/// The three providers, served by this process for one run.
struct LocalProviders {
  private let server: Sandbox

  /// Where they are, and the keys that they accept, as the runtime's environment wants them.
  var environment: [String: String] { server.environment }

  /// Starts them when they are wanted; nil when not.
  static func start(if isWanted: Bool, contacts: Int?) async throws -> LocalProviders? {
    guard isWanted else { return nil }
    var configuration = SandboxConfiguration()
    if let contacts { configuration.contacts = contacts }
    return LocalProviders(server: try await Sandbox.start(configuration))
  }

  func stop() async { await server.stop() }
}

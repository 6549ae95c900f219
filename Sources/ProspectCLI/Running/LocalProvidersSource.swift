/// How this process comes by local providers.
///
/// Their server is the largest part of the project. A program that carries it starts several milliseconds later, also when
/// nobody asks for it; so `prospect-run` does not, and hands over to `prospect-sandbox`, which does and is the same otherwise.
package enum LocalProvidersSource: Sendable {
  /// This process can serve them, with these switches.
  case server(
    switches: [LocalProvidersSwitch],
    start: @Sendable (LocalProvidersOptions) async throws -> any LocalProviders)
  /// Another program can. The function puts it in the place of this process, and returns only when that failed.
  case otherProgram(@Sendable () -> UsageError)

  /// Starts them; a switch that does not exist is a `UsageError`.
  func start(_ options: LocalProvidersOptions) async throws -> any LocalProviders {
    switch self {
    case .server(let known, let start):
      for option in options.switches { try option.check(against: known) }
      return try await start(options)
    case .otherProgram(let handOver): throw handOver()
    }
  }

  /// The gaps that they can fill in more than one way.
  func switches() throws(UsageError) -> [LocalProvidersSwitch] {
    switch self {
    case .server(let switches, _): return switches
    case .otherProgram(let handOver): throw handOver()
    }
  }
}

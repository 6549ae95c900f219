/// How this process comes by local providers.
///
/// Their server is the largest part of the project. A program that carries it starts several milliseconds later, also when
/// nobody asks for it; so `prospect-run` does not, and hands over to `prospect-sandbox`, which does and is the same otherwise.
package enum LocalProvidersSource: Sendable {
  /// This process can serve them, with these switches and kinds of faults.
  case server(
    switches: [LocalProvidersSwitch], faults: [LocalProvidersFault],
    start: @Sendable (LocalProvidersOptions) async throws -> any LocalProviders)
  /// Another program can. The function puts it in the place of this process, and returns only when that failed.
  case otherProgram(@Sendable () -> UsageError)

  /// Starts them; a switch or a fault that does not exist is a `UsageError`.
  func start(_ options: LocalProvidersOptions) async throws -> any LocalProviders {
    switch self {
    case .server(let known, _, let start):
      for option in options.switches { try option.check(against: known) }
      return try await start(options)
    case .otherProgram(let handOver): throw handOver()
    }
  }

  /// The gaps that they can fill in more than one way.
  func switches() throws(UsageError) -> [LocalProvidersSwitch] {
    switch self {
    case .server(let switches, _, _): return switches
    case .otherProgram(let handOver): throw handOver()
    }
  }

  /// What they can let go wrong.
  func faults() throws(UsageError) -> [LocalProvidersFault] {
    switch self {
    case .server(_, let faults, _): return faults
    case .otherProgram(let handOver): throw handOver()
    }
  }
}

/// How this process comes by local providers.
///
/// Their server is the largest part of the project. A program that carries it starts several milliseconds later, also when
/// nobody asks for it; so `prospect-run` does not, and hands over to `prospect-sandbox`, which does and is the same otherwise.
package enum LocalProvidersSource: Sendable {
  /// This process can serve them.
  case server(@Sendable (LocalProvidersOptions) async throws -> any LocalProviders)
  /// Another program can. The function puts it in the place of this process, and returns only when that failed.
  case otherProgram(@Sendable () -> UsageError)

  func start(_ options: LocalProvidersOptions) async throws -> any LocalProviders {
    switch self {
    case .server(let start): return try await start(options)
    case .otherProgram(let handOver): throw handOver()
    }
  }
}

internal import Logging
internal import ProspectAPI
internal import ProspectJSON

/// What the keys of a runtime may do, asked once for each provider, before the first call that could be refused.
///
/// Lives on the host's loop, as the pipeline does.
actor RightsBook {
  nonisolated let loop: HostLoop
  nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

  private let configuration: RuntimeConfiguration
  private let pipeline: CallPipeline
  private let logger: Logger
  private var asked: [String: Task<KeyRights?, Never>] = [:]

  init(_ configuration: RuntimeConfiguration, pipeline: CallPipeline, logger: Logger) {
    self.configuration = configuration
    self.logger = logger
    self.pipeline = pipeline
    loop = pipeline.loop
  }

  /// The error of a call that the key may not make; nil when it may, or when nobody can tell.
  func refusal(of operation: Operation, at provider: Provider) async -> CallError? {
    guard configuration.checksRights, !operation.isPublic, let identity = provider.identity,
      operation.name != identity.operation,
      !operation.scopes.isEmpty || operation.effect != .read
    else { return nil }
    return await rights(provider, identity)?.refusal(of: operation)
  }

  private func rights(_ provider: Provider, _ identity: Identity) async -> KeyRights? {
    if let task = asked[provider.name] { return await task.value }
    let task = Task(executorPreference: loop) { await self.ask(provider, identity) }
    asked[provider.name] = task
    return await task.value
  }

  /// Whatever goes wrong here goes wrong for the call itself as well, which says it better; so it only goes on.
  private func ask(_ provider: Provider, _ identity: Identity) async -> KeyRights? {
    guard let operation = provider.operations[identity.operation] else { return nil }
    do {
      let parser = JSONParser()
      let call = try operation.prepare(Array("{}".utf8), parser: parser)
      let response = try await pipeline.send(
        call, to: provider, deadline: .now.advanced(by: .seconds(10)))
      return KeyRights(operation.payload(of: try parser.parse(response.body)), identity)
    } catch {
      logger.debug(
        "what the key of \(provider.name) may do cannot be learned: \(error)")
      return nil
    }
  }
}

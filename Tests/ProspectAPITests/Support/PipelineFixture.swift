import ProspectJSON
import ScriptedServer

@testable import ProspectAPI

/// A pipeline in front of a scripted server.
final class PipelineFixture: Sendable {
  static let key = "shop_live_s3cr3t"

  let server: ScriptedServer
  let loop: HostLoop
  let pipeline: CallPipeline
  let provider: Provider
  private let seen = Locked<[CallEvent]>([])

  /// - Parameter url: where the provider is; nil: at the scripted server.
  init(
    environment: [String: String] = ["SHOP_API_KEY": key],
    change: (inout CredentialSettings) throws -> Void = { _ in }, url: String? = nil,
    policy: RetryPolicy = .hasty, traffic: TrafficLimits = .hasty,
    clock: @escaping @Sendable () -> Double = { 0 },
    provider describe: (String) throws -> Provider = Shop.provider,
    script: @escaping @Sendable (ScriptedServer.Request) -> ScriptedServer.Reply
  ) throws {
    server = try ScriptedServer(script)
    provider = try describe(url ?? server.url)
    loop = try HostLoop()
    var settings = CredentialSettings(environment: environment)
    try change(&settings)
    pipeline = CallPipeline(
      loop: loop, transport: CurlTransport(loop: loop),
      credentials: CredentialStore(settings, clock: clock), policy: policy,
      traffic: TrafficBook(traffic), clock: clock)
  }

  func end() {
    server.stop()
    loop.shutdown()
  }

  /// What the observer heard.
  var events: [CallEvent] { seen.withLock { $0 } }

  func call(
    _ name: String, _ arguments: String = "{}", key: String? = "k1",
    deadline: ContinuousClock.Instant? = nil, through other: CallPipeline? = nil,
    observer: CallObserver? = nil
  ) async throws -> CallResponse {
    guard let operation = provider.operations[name] else {
      throw LoopError(message: "no such provider")
    }
    let call = try operation.prepare(Array(arguments.utf8), parser: JSONParser())
    return try await (other ?? pipeline).send(
      call, to: provider, idempotencyKey: key, deadline: deadline
    ) { event in
      self.seen.withLock { $0.append(event) }
      observer?(event)
    }
  }

  /// How a call failed; nil when it did not.
  func failure(
    _ name: String, _ arguments: String = "{}", key: String? = "k1",
    deadline: ContinuousClock.Instant? = nil, through other: CallPipeline? = nil,
    observer: CallObserver? = nil
  ) async -> CallError? {
    do {
      _ = try await call(
        name, arguments, key: key, deadline: deadline, through: other, observer: observer)
      return nil
    } catch {
      return error as? CallError
    }
  }
}

extension RetryPolicy {
  /// The usual policy with delays that tests can wait for.
  static var hasty: RetryPolicy {
    var policy = RetryPolicy()
    policy.base = .milliseconds(2)
    policy.throttleBase = .milliseconds(4)
    policy.cap = .milliseconds(20)
    return policy
  }
}

extension TrafficLimits {
  /// The usual limits with a breaker that tests can wait for.
  static var hasty: TrafficLimits {
    var limits = TrafficLimits()
    limits.rest = .milliseconds(20)
    limits.longestRest = .milliseconds(100)
    return limits
  }
}

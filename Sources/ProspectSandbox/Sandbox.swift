import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle

/// The three providers as one local server with one ledger.
///
/// ```swift
/// let sandbox = try await Sandbox.start(SandboxConfiguration())
/// // … sandbox.environment tells a runtime where it is and which keys fit …
/// await sandbox.stop()
/// ```
package final class Sandbox: Sendable {
  /// The TCP port that the server listens on.
  package let port: Int
  private let host: String
  private let ledger: Ledger
  private let services: ServiceGroup
  private let server: Task<Void, any Error>

  private init(
    port: Int, ledger: Ledger, services: ServiceGroup, server: Task<Void, any Error>
  ) {
    self.port = port
    self.ledger = ledger
    host = ledger.configuration.host
    self.services = services
    self.server = server
  }

  /// Starts a server and returns once it accepts connections.
  ///
  /// - Throws: `SandboxError` when the address cannot be listened on.
  package static func start(_ configuration: SandboxConfiguration) async throws -> Sandbox {
    let (ports, port) = AsyncStream.makeStream(of: Int.self)
    let ledger = Ledger(configuration)
    let services = services(ledger) { port.yield($0) }
    let server = Task {
      defer { port.finish() }
      try await services.run()
    }
    for await number in ports {
      return Sandbox(port: number, ledger: ledger, services: services, server: server)
    }
    do {
      try await server.value
    } catch let error as IOError {
      throw SandboxError(error, port: configuration.port)
    }
    throw CancellationError()
  }

  private static func services(
    _ ledger: Ledger, onListening: @escaping @Sendable (Int) -> Void
  ) -> ServiceGroup {
    var logger = Logger(label: "prospect-sandbox")
    logger.logLevel = .critical
    let configuration = ledger.configuration
    let application = Application(
      router: router(ledger),
      configuration: .init(
        address: .hostname(configuration.host, port: configuration.port),
        serverName: "prospect-sandbox"),
      onServerRunning: { channel in onListening(channel.localAddress?.port ?? 0) },
      logger: logger)
    let courier = WebhookCourier(ledger: ledger)
    var group = ServiceGroupConfiguration(services: [application, courier], logger: logger)
    // A client that keeps a request open must not keep the sandbox.
    group.maximumGracefulShutdownDuration = .milliseconds(500)
    return ServiceGroup(configuration: group)
  }

  /// Where the providers are and which keys they accept, as the names that `prospect-run` reads.
  package var environment: [String: String] {
    let origin = "http://\(host):\(port)"
    return [
      "OPENPROSPECT_BASE_URL": origin, "OPENPROSPECT_API_KEY": SandboxKeys.openProspect,
      "PROSPECTB2B_BASE_URL": origin, "PROSPECTB2B_API_KEY": SandboxKeys.prospectB2B,
      "SPHERESCOUT_BASE_URL": origin, "SPHERESCOUT_API_KEY": SandboxKeys.sphereScout,
      "SPHERESCOUT_USERNAME": SandboxKeys.sphereScoutUsername,
      "SPHERESCOUT_PASSWORD": SandboxKeys.sphereScoutPassword,
      "SPHERESCOUT_VARIANT_BASE_URL": origin + SphereScoutVariant.prefix,
    ]
  }

  /// Faults that were planned and have not struck until now, each with how often its target was
  /// called.
  package var idleFaults: [(id: String, calls: Int)] {
    ledger.with { $0.faults.plans }.filter { $0.firings.isEmpty }.map { ($0.fault.id, $0.seen) }
  }

  /// Stops the server: idle connections are closed, requests in flight get half a second, the
  /// ledger is gone.
  package func stop() async {
    await services.triggerGracefulShutdown()
    _ = await server.result
  }

  /// Waits until the server ends: because it is stopped, or because the waiting task is cancelled.
  package func wait() async throws {
    try await withTaskCancellationHandler {
      try await server.value
    } onCancel: {
      server.cancel()
    }
  }
}

@testable import ProspectAPI

/// A loop with a transport, and a way to ask questions of a server.
struct LoopFixture {
  let loop: HostLoop
  let transport: CurlTransport

  init(
    limits: TransportLimits = .init(), proxies: ProxySettings = .init(),
    certificates: String? = nil
  ) throws {
    loop = try HostLoop()
    transport = CurlTransport(
      loop: loop, limits: limits, userAgent: "prospect-run tests",
      settings: TransportSettings(proxies: proxies, certificates: certificates))
  }

  /// Lets the loop's thread end.
  func end() { loop.shutdown() }

  func get(
    _ url: String, _ change: (inout TransportRequest) -> Void = { _ in }
  ) async throws(TransportError) -> TransportResponse {
    var request = TransportRequest(method: "GET", url: url, headers: HeaderList([]))
    request.allowsLoopback = true
    change(&request)
    return try await transport.send(request)
  }

  /// How a request failed; nil when it did not.
  func failure(
    _ url: String, _ change: (inout TransportRequest) -> Void = { _ in }
  ) async -> TransportError? {
    do throws(TransportError) {
      _ = try await get(url, change)
      return nil
    } catch {
      return error
    }
  }
}

import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import ServiceLifecycle

/// Sends what endpoints have to be told, really: as HTTP requests, each signed [contract
/// prospectb2b §9].
///
/// When a delivery is due is a matter of the sandbox's clock, which tests turn; so while something
/// waits, the courier looks at that clock again and again. While nothing waits it sleeps.
struct WebhookCourier: Service {
  /// How often it looks at the clock while something waits.
  private static let patience = Duration.milliseconds(10)
  /// Deliveries in flight at a time.
  private static let hands = 16
  /// What is kept of an answer's body [contract prospectb2b §9].
  private static let snippetLength = 1_024

  let ledger: Ledger

  func run() async throws {
    var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
    // An endpoint that refuses the connection has failed this attempt; the schedule says when to
    // come again.
    configuration.connectionPool.retryConnectionEstablishment = false
    let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    // A cancelled task is how the server stops; that is no error.
    try? await cancelWhenGracefulShutdown { try await work(with: client) }
    try await client.shutdown()
  }

  private func work(with client: HTTPClient) async throws {
    try await withThrowingDiscardingTaskGroup { group in
      for await _ in ledger.bells {
        while ledger.with({ $0.workspace.awaitsDelivery }) {
          let now = ledger.clock.now
          let due = ledger.with {
            $0.workspace.webhooks.takeDue(at: now, handsInAll: WebhookCourier.hands)
          }
          for delivery in due { group.addTask { await send(delivery, with: client) } }
          try await Task.sleep(for: WebhookCourier.patience)
        }
      }
    }
  }

  private func send(_ delivery: WebhookDelivery, with client: HTTPClient) async {
    let endpoint = ledger.with { $0.workspace.webhooks[endpoint: delivery.endpoint] }
    let startedAt = ledger.clock.now
    let outcome: WebhookDelivery.Outcome
    do {
      let timeout = ledger.configuration.webhookTimeout
      let response = try await client.execute(
        request(delivery, to: endpoint, at: startedAt),
        timeout: .milliseconds(timeout.wholeMilliseconds))
      outcome = .answered(status: Int(response.status.code), snippet: try await snippet(response))
    } catch let error as HTTPClientError where error == .deadlineExceeded {
      outcome = .unanswered(reason: "no answer in time")
    } catch {
      outcome = .unanswered(reason: "no answer: \(error)")
    }
    ledger.with {
      $0.workspace.webhooks.record(
        outcome, of: delivery.number, startedAt: startedAt, now: ledger.clock.now,
        keepsClientErrors: $0.workspace.readings.keepsClientErrors)
    }
  }

  private func request(
    _ delivery: WebhookDelivery, to endpoint: WebhookEndpoint, at now: Instant
  ) -> HTTPClientRequest {
    var request = HTTPClientRequest(url: endpoint.url)
    request.method = .POST
    request.headers.add(name: "Content-Type", value: "application/json")
    request.headers.add(name: "User-Agent", value: "prospect-sandbox")
    request.headers.add(name: "X-ProspectB2B-Event", value: delivery.event)
    request.headers.add(name: "X-ProspectB2B-Delivery", value: delivery.id)
    request.headers.add(name: "X-ProspectB2B-Timestamp", value: String(now.seconds))
    let signature = WebhookSignature.text(
      secret: endpoint.secret, timestamp: now.seconds, body: delivery.body)
    request.headers.add(name: "X-ProspectB2B-Signature", value: signature)
    request.body = .bytes(ByteBuffer(bytes: delivery.body))
    return request
  }

  /// The beginning of the body; the rest is not waited for.
  private func snippet(_ response: HTTPClientResponse) async throws -> String {
    var bytes: [UInt8] = []
    for try await part in response.body {
      bytes += Array(part.readableBytesView)
      if bytes.count >= 4 * WebhookCourier.snippetLength { break }
    }
    return String(String(decoding: bytes, as: UTF8.self).prefix(WebhookCourier.snippetLength))
  }
}

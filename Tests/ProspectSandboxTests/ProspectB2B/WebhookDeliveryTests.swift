import ProspectJSON
import Synchronization
import Testing

@testable import ProspectSandbox

@Suite(.timeLimit(.minutes(1)))
struct WebhookDeliveryTests {
  @Test("A delivery is one signed POST with the event's snapshot, and its history says how it went")
  func delivers() async throws {
    try await TestSandbox.with { sandbox in
      let receiver = try WebhookReceiver()
      defer { receiver.stop() }
      let (webhook, secret) = try await sandbox.register(receiver)
      let lead = try await sandbox.crm(post: "/leads", #"{"email":"ä@x.example"}"#)
      let history = try await sandbox.settled(webhook)
      let delivery = try #require(receiver.deliveries.first)
      #expect(receiver.deliveries.count == 1)
      #expect(delivery.requestLine == "POST /hook?a=b HTTP/1.1")
      #expect(delivery["X-ProspectB2B-Event"] == "lead.created")
      #expect(delivery["X-ProspectB2B-Delivery"] == history["id"]?.string)
      #expect(delivery["X-ProspectB2B-Timestamp"] == "1793606400")
      #expect(delivery["Content-Type"] == "application/json")
      #expect(
        delivery["X-ProspectB2B-Signature"]
          == WebhookSignature.text(
            secret: secret, timestamp: 1_793_606_400, body: delivery.body))
      let event = try JSON.parse(delivery.body)
      #expect((event["object"], event["type"]) == ("event", "lead.created"))
      #expect(event["data"] == lead.at("data"))
      #expect(history["status"] == "succeeded")
      #expect(history["attempt_count"] == 1)
      #expect(history["response_status_code"] == 200)
      #expect(history["response_body_snippet"] == "ok")
      #expect((history["error_message"], history["next_attempt_at"]) == (.null, .null))
    }
  }

  @Test("Any answer but 2xx is sent again after 1, 5, 30 and 120 minutes, then it has failed")
  func retries() async throws {
    try await TestSandbox.with { sandbox in
      // 404 and a redirect count like a 500: any non-2xx.
      let answers = [500, 404, 302, 503, 500, 200]
      let receiver = try WebhookReceiver { number in (answers[number - 1], "\(number)") }
      defer { receiver.stop() }
      let (webhook, _) = try await sandbox.register(receiver)
      _ = try await sandbox.made("/leads", #"{"email":"a@x.example"}"#)
      for (attempt, minutes) in [1, 5, 30, 120].enumerated() {
        try await eventually {
          try await sandbox.delivery(of: webhook)["attempt_count"] == .integer(attempt + 1)
        }
        let waiting = try await sandbox.delivery(of: webhook)
        let next = (sandbox.clock.now + .seconds(minutes * 60)).text
        #expect(waiting["status"] == "pending")
        #expect(waiting["response_status_code"] == .integer(answers[attempt]))
        #expect(waiting["next_attempt_at"] == .string(next))
        sandbox.clock.advance(by: .seconds(minutes * 60))
      }
      let failed = try await sandbox.settled(webhook)
      #expect((failed["status"], failed["attempt_count"]) == ("failed", 5))
      #expect(failed["error_message"] == "the endpoint answered 500")
      try await sandbox.sendAgain(failed)
      let arrived = try await sandbox.settled(webhook)
      #expect((arrived["status"], arrived["attempt_count"]) == ("succeeded", 6))
      let sent = receiver.deliveries
      #expect(Set(sent.map { $0["X-ProspectB2B-Delivery"] }) == [failed["id"]?.string])
      #expect(Set(sent.map(\.body)).count == 1)
      #expect(Set(sent.map { $0["X-ProspectB2B-Timestamp"] }).count == 5)
      #expect(Set(sent.map { $0["X-ProspectB2B-Signature"] }).count == 5)
    }
  }

  @Test("An endpoint that does not answer in time, or is not there, is a failed attempt")
  func unanswered() async throws {
    try await TestSandbox.with {
      $0.webhookTimeout = .milliseconds(200)
    } _: { sandbox in
      let receiver = try WebhookReceiver { _ in nil }
      defer { receiver.stop() }
      let (slow, _) = try await sandbox.register(receiver)
      let absent = try await sandbox.deafWebhook()
      _ = try await sandbox.made("/leads", #"{"email":"a@x.example"}"#)
      for webhook in [slow, absent] {
        try await eventually { try await sandbox.delivery(of: webhook)["attempt_count"] == 1 }
        let delivery = try await sandbox.delivery(of: webhook)
        #expect((delivery["status"], delivery["response_status_code"]) == ("pending", .null))
        #expect(delivery["error_message"]?.string?.hasPrefix("no answer") == true)
      }
    }
  }

  @Test("1,024 characters of a long answer are kept")
  func snippets() async throws {
    try await TestSandbox.with { sandbox in
      let receiver = try WebhookReceiver { _ in (200, String(repeating: "ö", count: 3_000)) }
      defer { receiver.stop() }
      let (webhook, _) = try await sandbox.register(receiver)
      _ = try await sandbox.made("/leads", #"{"email":"a@x.example"}"#)
      let snippet = try await sandbox.settled(webhook)["response_body_snippet"]?.string
      #expect(snippet == String(repeating: "ö", count: 1_024))
    }
  }

  @Test("A hundred events arrive, each once, while the client goes on")
  func many() async throws {
    try await TestSandbox.with { sandbox in
      let receiver = try WebhookReceiver()
      defer { receiver.stop() }
      let (webhook, _) = try await sandbox.register(receiver)
      let rows = (1...100).map { #"{"email":"l\#($0)@x.example"}"# }.joined(separator: ",")
      _ = try await sandbox.crm(post: "/imports", #"{"rows":[\#(rows)]}"#)
      sandbox.clock.advance(by: .seconds(1))
      try await eventually { receiver.deliveries.count == 100 }
      let ids = Set(receiver.deliveries.compactMap { $0["X-ProspectB2B-Delivery"] })
      #expect(ids.count == 100)
      try await eventually {
        try await sandbox.crm("/webhooks/\(webhook)/deliveries?limit=100").array("data")
          .allSatisfy { $0["status"] == "succeeded" }
      }
    }
  }

  @Test("A delivery of another endpoint, and one that does not exist, cannot be sent again")
  func retryRefusals() async throws {
    try await TestSandbox.with { sandbox in
      let first = try await sandbox.deafWebhook()
      let second = try await sandbox.deafWebhook()
      _ = try await sandbox.made("/leads", #"{"email":"a@x.example"}"#)
      let id = try #require(try await sandbox.delivery(of: first)["id"]?.string)
      for path in ["\(second)/deliveries/\(id)", "\(first)/deliveries/del_x"] {
        #expect(try await sandbox.crm(post: "/webhooks/\(path)/retry", nil).status == 404)
      }
    }
  }
}

extension TestSandbox {
  /// Registers a receiver for lead.created; gives the endpoint's id and its secret.
  fileprivate func register(_ receiver: WebhookReceiver) async throws -> (String, String) {
    let made = try await crm(
      post: "/webhooks", #"{"url":"\#(receiver.url)","events":["lead.created"]}"#)
    return (
      try #require(made.string("data.id")), try #require(made.string("data.signing_secret"))
    )
  }

  /// Retries a delivery by hand.
  fileprivate func sendAgain(_ delivery: JSON) async throws {
    let id = try #require(delivery["id"]?.string)
    let webhook = try #require(delivery["webhook_id"]?.string)
    let retried = try await crm(post: "/webhooks/\(webhook)/deliveries/\(id)/retry", nil)
    #expect((retried.status, retried.string("data.status")) == (200, "pending"))
  }

  /// The first delivery to an endpoint.
  fileprivate func delivery(of webhook: String) async throws -> JSON {
    try #require(try await crm("/webhooks/\(webhook)/deliveries").array("data").first)
  }

  /// The first delivery, once it has arrived or failed.
  fileprivate func settled(_ webhook: String) async throws -> JSON {
    try await eventually { try await delivery(of: webhook)["status"] != "pending" }
    return try await delivery(of: webhook)
  }
}

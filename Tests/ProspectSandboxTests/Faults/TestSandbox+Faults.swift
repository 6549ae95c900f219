import Testing

@testable import ProspectSandbox

extension TestSandbox {
  /// Runs `body` with a sandbox in which these faults are planned.
  static func with(
    faults: String..., seed: UInt64 = 2026, _ body: (TestSandbox) async throws -> Void
  ) async throws {
    let planned = try faults.map { try Fault(parsing: $0) }
    try await with(
      { configuration in
        configuration.faults = planned
        configuration.seed = seed
      }, body)
  }

  /// Upserts a lead and gives back what came over the wire until the connection ended.
  func upsertUntilEnd(
    _ email: String, idempotencyKey: String
  ) async throws -> (bytes: [UInt8], isReset: Bool) {
    let bytes = TestSandbox.message(
      "POST", "/api/public/v1/leads/upsert", key: TestSandbox.prospectB2BKey,
      headers: ["Idempotency-Key": idempotencyKey], body: #"{"email":"\#(email)"}"#)
    let port = port
    return try await blocking { try Connection(port: port).exchangeUntilEnd(bytes) }
  }

  func upsert(_ email: String, idempotencyKey: String) async throws -> TestResponse {
    try await crm(
      post: "/leads/upsert", #"{"email":"\#(email)"}"#, idempotencyKey: idempotencyKey)
  }

  /// What follows the headers.
  static func body(_ bytes: [UInt8]) throws -> [UInt8] {
    let end = try #require(bytes.firstRange(of: Array("\r\n\r\n".utf8)))
    return Array(bytes[end.upperBound...])
  }

  /// A header of the raw answer.
  static func announced(_ bytes: [UInt8]) throws -> Int {
    let response = try TestResponse(head: String(decoding: bytes, as: UTF8.self))
    return try #require(response["Content-Length"].flatMap { Int($0) })
  }
}

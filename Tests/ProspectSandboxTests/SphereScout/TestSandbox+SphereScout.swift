import ProspectJSON
import Testing

@testable import ProspectSandbox

extension TestSandbox {
  /// A SphereScout write; the body is JSON.
  func scout(
    _ method: String, _ target: String, _ body: String?, key: String? = sphereScoutKey
  ) async throws -> TestResponse {
    try await request(method, "/api\(target)", key: key, body: body)
  }

  /// A call of the variant host; the header says `Token`.
  func variant(_ target: String, scheme: String = "Token") async throws -> TestResponse {
    try await request(
      "GET", "/variant/api\(target)", key: nil,
      headers: ["Authorization": "\(scheme) \(TestSandbox.sphereScoutKey)"])
  }

  func login(
    _ password: String = SandboxKeys.sphereScoutPassword
  ) async throws -> TestResponse {
    let user = SandboxKeys.sphereScoutUsername
    return try await scout(
      "POST", "/auth/login", #"{"username":"\#(user)","password":"\#(password)"}"#, key: nil)
  }

  /// Searches, exports, waits, and gives back the history entry of it.
  func exported(_ filters: String = "") async throws -> JSON {
    _ = try await exportLink(filters)
    let history = try await scout("/user/search-history")
    return try #require(history.rows.first)
  }

  /// Credits that are left.
  func credits() async throws -> Int { try await summary("credits.left") }
}

extension TestResponse {
  var json: JSON? { try? JSON.parse(body) }

  /// The rows of a list, bare or in an envelope.
  var rows: [JSON] { json?.array ?? json?["results"]?.array ?? [] }

  /// The names of the members, in their order.
  var names: [String] { json?.object?.members.map(\.name) ?? [] }
}

extension JSON {
  /// The kind of a value as a word.
  var kind: String {
    switch self {
    case .array: "array"
    case .object: "object"
    case .string: "string"
    case .integer: "integer"
    case .null: "null"
    default: "other"
    }
  }
}

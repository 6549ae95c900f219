/// The API key of one request, with the fate that its words choose (see `SandboxKeys`).
struct Credential: Sendable {
  let key: String

  /// The key of an `Authorization: Bearer` header; nil when there is none.
  init?(authorization: String?) {
    guard let authorization else { return nil }
    let parts = authorization.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
    key = String(parts[1])
  }

  var isRevoked: Bool { key.contains("revoked") }
  var isExpired: Bool { key.contains("expired") }
  var isReadOnly: Bool { key.contains("readonly") }
  var lacksScopes: Bool { key.contains("noscope") }
}

/// Where events are sent [contract prospectb2b §9].
struct WebhookEndpoint: Sendable, Equatable {
  let number: Int
  let id: String
  /// Shown once, when the endpoint is registered.
  let secret: String
  let createdAt: Instant
  var updatedAt: Instant
  var url: String
  var events: [String]
  var isEnabled: Bool
  var description: String?
  var isDeleted = false

  /// What is kept of the secret for reference.
  var secretPrefix: String { String(secret.prefix(12)) }
}

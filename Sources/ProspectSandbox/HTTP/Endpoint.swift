import HTTPTypes

/// One documented operation: how it is reached, what it needs and what it does.
struct Endpoint<Provider: SandboxProvider>: Sendable {
  typealias Handler = @Sendable (Provider) -> (Call) throws(Refusal) -> Answer

  /// `resource.verb`, the name under which the ledger counts it.
  let name: String
  let method: HTTPRequest.Method
  /// Below the provider's prefix; `:name` stands for a part of the path.
  let path: String
  /// Scopes that the key must all have.
  let scopes: [String]
  let handler: Handler

  init(
    _ name: String, _ method: HTTPRequest.Method, _ path: String, scopes: [String] = [],
    _ handler: @escaping Handler
  ) {
    self.name = name
    self.method = method
    self.path = path
    self.scopes = scopes
    self.handler = handler
  }

  var isWrite: Bool { method != .get }
}

package import ProspectJSON

/// A remote API, frozen from its description before any recipe runs: a recipe can name its operations, and change
/// nothing about them.
package struct Provider: Sendable {
  package let name: String
  package let title: String
  /// One sentence about it; empty when the description has none.
  package let summary: String
  /// Whether recipes can use it only where it was granted.
  package let isOptional: Bool
  package let baseURL: BaseURL
  package let authentication: Authentication?
  package let errors: ErrorEnvelope
  /// Header field of an answer that carries the provider's id of the request, in lower case.
  package let requestIDHeader: String
  /// Paths in an error answer that may say how many seconds to wait.
  package let retryAfter: [String]
  package let idempotency: Idempotency?
  /// How the balance of the account is read; nil when nothing costs credits, or nobody can ask.
  package let credits: Credits?
  /// How the provider says what a key may do; nil when it does not.
  package let identity: Identity?
  package let operations: [String: Operation]
  /// Whether what it answers is the recipe's business alone: any status is an answer, and the body is any bytes.
  package private(set) var isOpaque = false

  private static let fields = [
    "name", "title", "summary", "optional", "base_url", "authentication", "errors", "request_id",
    "retry_after", "idempotency", "credits", "identity", "operations",
  ]

  /// Checks and freezes a description.
  ///
  /// - Parameter override: a base URL to use instead of the described one (design section 9); one without a path
  ///   keeps the described path.
  /// - Throws: `DescriptionError` that names the field.
  package init(
    description: JSON, baseURLOverride override: String? = nil
  ) throws(DescriptionError) {
    let table = try DescriptionTable(description, path: "")
    try table.allow(only: Self.fields)
    name = try table.requiredText("name")
    guard name.utf8.allSatisfy({ $0.isLetterOrDigit || $0 == UInt8(ascii: "_") }) else {
      throw table.mistake("name", "may hold letters, digits and _ only")
    }
    title = try table.text("title") ?? name
    summary = try table.text("summary") ?? ""
    isOptional = try table.flag("optional")
    baseURL = try BaseURL.effective(
      described: try table.requiredText("base_url"), override: override)
    authentication = try table.table("authentication").map(Authentication.init)
    errors = try ErrorEnvelope(table.table("errors"))
    requestIDHeader = try Self.requestIDHeader(of: table)
    retryAfter = try table.paths("retry_after")
    idempotency = try table.table("idempotency").map(Idempotency.init)
    credits = try table.table("credits").map(Credits.init)
    identity = try table.table("identity").map(Identity.init)
    operations = try Self.operations(of: table, provider: name, hasKeys: idempotency != nil)
    try Interlocking(self).check()
  }

  /// A provider whose answers nobody here understands.
  init(opaque description: JSON) throws(DescriptionError) {
    self = try Provider(description: description)
    isOpaque = true
  }

  private static func requestIDHeader(
    of table: DescriptionTable
  ) throws(DescriptionError) -> String {
    let requestID = try table.table("request_id")
    try requestID?.allow(only: ["header", "body"])
    _ = try requestID?.path("body")  // Read on the recipe's side.
    return (try requestID?.text("header") ?? "X-Request-Id").lowercased()
  }

  private static func operations(
    of table: DescriptionTable, provider: String, hasKeys: Bool
  ) throws(DescriptionError) -> [String: Operation] {
    guard let described = try table.table("operations") else {
      throw table.mistake("operations", "is missing")
    }
    var operations: [String: Operation] = [:]
    for name in described.object.names {
      guard let inner = try described.table(name) else { continue }
      try OperationName.check(name, among: described)
      let operation = try Operation(name, of: provider, inner)
      if operation.effect == .keyed, !hasKeys {
        throw inner.mistake("effect", "\"keyed\" needs the provider's field idempotency")
      }
      operations[name] = operation
    }
    return operations
  }
}

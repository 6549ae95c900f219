/// How a provider says what a key may do.
package struct Identity: Sendable, Equatable {
  /// The operation whose answer says it.
  package let operation: String
  /// Where in its result the scopes stand; empty when it does not tell.
  package let scopes: [String]
  /// Where it says that the key may only read; empty when it does not tell.
  package let readOnly: [String]
  /// Where it says whether the key is good at all, with a status that says otherwise; empty when it does not.
  package let valid: [String]
  /// Where it says when the key ends; empty when it does not tell.
  package let expires: [String]

  init(_ table: DescriptionTable) throws(DescriptionError) {
    try table.allow(only: ["operation", "scopes", "read_only", "valid", "expires"])
    operation = try table.requiredText("operation")
    scopes = try table.paths("scopes")
    readOnly = try table.paths("read_only")
    valid = try table.paths("valid")
    expires = try table.paths("expires")
  }
}

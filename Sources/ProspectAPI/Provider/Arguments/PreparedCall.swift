/// A call whose arguments are checked, ready to be sent: the exact request but for the credential and the key.
package struct PreparedCall: Sendable {
  package let operation: Operation
  /// Path and query below the provider's base URL, percent-encoded.
  package let target: String
  /// The exact bytes of the body; nil when the request has none.
  package let body: [UInt8]?
  /// Header fields that arguments became.
  package let headers: [(name: String, value: String)]
  /// The arguments as the recipe gave them, as canonical JSON: what tells one step from another.
  package let arguments: [UInt8]
}

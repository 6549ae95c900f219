/// How the balance of an account is read.
package struct Credits: Sendable, Equatable {
  /// The operation whose answer says it.
  package let operation: String
  /// Where in the result of that operation; the first path that leads to a value counts.
  package let balance: [String]

  init(_ table: DescriptionTable) throws(DescriptionError) {
    try table.allow(only: ["operation", "balance"])
    operation = try table.requiredText("operation")
    balance = try table.requiredPaths("balance")
  }
}

/// A kind of fault that the local providers can play.
package struct LocalProvidersFault: Sendable, Equatable {
  /// As it stands behind the colon of `TARGET#CALLS:KIND=VALUE`.
  package let name: String
  /// What may stand behind `=`; empty when nothing may.
  package let value: String
  package let summary: String
  /// The operations at which it has a meaning; nil for all.
  package let operations: [String]?

  package init(name: String, value: String, summary: String, operations: [String]?) {
    self.name = name
    self.value = value
    self.summary = summary
    self.operations = operations
  }
}

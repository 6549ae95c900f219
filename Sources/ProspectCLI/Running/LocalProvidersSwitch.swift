/// A gap of the providers' contracts that the local providers can fill in more than one way.
package struct LocalProvidersSwitch: Sendable, Equatable {
  /// `provider.gap`, as the command line names it.
  package let name: String
  /// The readings; the first one is the default.
  package let readings: [String]
  /// What is not documented, as one sentence.
  package let summary: String
  /// Where the gap is described.
  package let source: String

  package init(name: String, readings: [String], summary: String, source: String) {
    self.name = name
    self.readings = readings
    self.summary = summary
    self.source = source
  }
}

/// A mistake in a provider's description: which field, and what is wrong with it.
package struct DescriptionError: Error, Equatable, CustomStringConvertible {
  /// The field, as in `operations["leads.create"].parameters.email.type`; empty for the whole table.
  package let path: String
  /// What is wrong and what would be right.
  package let problem: String

  package var description: String { path.isEmpty ? problem : "\(path): \(problem)" }
}

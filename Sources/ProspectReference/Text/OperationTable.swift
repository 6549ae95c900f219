package import ProspectAPI

/// Several operations as a table for a terminal.
package enum OperationTable {
  /// - Parameter width: of the terminal; nil: lines may be of any length.
  package static func text(_ operations: [Operation], width: Int? = nil) -> String {
    let titles = ["OPERATION", "EFFECT", "COST", "SOURCE", "SCOPES", "SUMMARY"]
    let rows = operations.map { operation in
      [
        operation.fullName, operation.effect.rawValue, operation.costWords, operation.mark,
        operation.scopes.joined(separator: " "), operation.summary,
      ]
    }
    return TextColumns.lines([titles] + rows, width: width).map { $0 + "\n" }.joined()
  }
}

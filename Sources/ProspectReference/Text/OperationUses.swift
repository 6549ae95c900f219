package import ProspectAPI

/// The operations that a recipe names, as a table for a terminal.
package enum OperationUses {
  package static func text(_ uses: [(operation: Operation, lines: [Int])]) -> String {
    let titles = ["OPERATION", "LINES", "EFFECT", "COST", "SCOPES"]
    let rows = uses.map { use in
      [
        use.operation.fullName, use.lines.map(String.init).joined(separator: ","),
        use.operation.effect.rawValue, use.operation.costWords,
        use.operation.scopes.joined(separator: " "),
      ]
    }
    return TextColumns.lines([titles] + rows).map { $0 + "\n" }.joined()
  }
}

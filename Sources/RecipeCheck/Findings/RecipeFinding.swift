package import ProspectAPI

/// Something in a recipe that would fail when it runs.
package struct RecipeFinding: Sendable, Equatable {
  package enum Kind: String, Sendable {
    case module, operation, argument, host
  }

  package let kind: Kind
  /// Counted from 1.
  package let line: Int
  package let message: String
}

/// An operation that a recipe names, and where.
package struct OperationUse: Sendable {
  package let operation: Operation
  package fileprivate(set) var lines: [Int]
}

/// What is known about a recipe without running it.
package struct RecipeReport: Sendable {
  /// In the order in which they are first named.
  package private(set) var uses: [OperationUse] = []
  package private(set) var findings: [RecipeFinding] = []

  mutating func note(_ operation: Operation, line: Int) {
    if let index = uses.firstIndex(where: { $0.operation === operation }) {
      if uses[index].lines.last != line { uses[index].lines.append(line) }
    } else {
      uses.append(OperationUse(operation: operation, lines: [line]))
    }
  }

  mutating func note(_ kind: RecipeFinding.Kind, line: Int, _ message: String) {
    findings.append(RecipeFinding(kind: kind, line: line, message: message))
  }
}

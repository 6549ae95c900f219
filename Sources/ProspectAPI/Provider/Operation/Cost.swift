/// What a call costs, and how that is known before it is sent.
package struct Cost: Sendable, Equatable {
  package enum Unit: String, Sendable, CaseIterable { case row, call }

  /// How the number of rows is known before the call.
  package struct Rows: Sendable, Equatable {
    package enum Source: Sendable, Equatable {
      /// An earlier answer of `operation` said it; `id` is where that answer carries the argument's value.
      case seen(operation: String, id: String)
      /// Another operation tells, called with the same argument.
      case ask(operation: String)
    }

    package let source: Source
    /// The argument of the paid call that tells which rows are meant.
    package let argument: String
    /// Where the answer carries the number; the first path that leads to a value counts.
    package let count: [String]
  }

  package let unit: Unit
  package let credits: Int
  /// Nil when each call costs the same, or when nothing tells the number of rows before the call.
  package let rows: Rows?

  init(_ table: DescriptionTable) throws(DescriptionError) {
    try table.allow(only: ["per", "credits", "rows"])
    unit = try table.requiredWord("per", Unit.self)
    guard let credits = try table.count("credits", atLeast: 1) else {
      throw table.mistake("credits", "is missing")
    }
    self.credits = credits
    if unit == .call { try table.refuse("rows", "has no meaning when each call costs the same") }
    rows = try table.table("rows").map(Self.rows)
  }

  private static func rows(_ table: DescriptionTable) throws(DescriptionError) -> Rows {
    let seen = try table.text("seen")
    let ask = try table.text("ask")
    let source: Rows.Source
    switch (seen, ask) {
    case (let operation?, nil):
      try table.allow(only: ["argument", "seen", "id", "count"])
      source = .seen(operation: operation, id: try table.requiredPath("id"))
    case (nil, let operation?):
      try table.allow(only: ["argument", "ask", "count"])
      source = .ask(operation: operation)
    default:
      throw table.mistake("seen", "needs an operation here or in ask, not in both")
    }
    return Rows(
      source: source, argument: try table.requiredText("argument"),
      count: try table.requiredPaths("count"))
  }
}

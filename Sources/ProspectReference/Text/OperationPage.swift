package import ProspectAPI

/// Everything about one operation, for a terminal.
package enum OperationPage {
  private static let width = 96

  package static func text(_ operation: Operation) -> String {
    var lines = ["\(operation.fullName)    \(operation.address)", ""]
    lines += paragraph(operation.summary)
    if !operation.notes.isEmpty { lines += paragraph(operation.notes) }
    lines += [""] + TextColumns.lines(facts(operation))
    lines += arguments(operation) + result(operation)
    if let example = operation.example {
      lines += ["", "Example"]
      lines += example.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func paragraph(_ text: String) -> [String] {
    TextColumns.wrapped(text, width: width)
  }

  private static func facts(_ operation: Operation) -> [[String]] {
    var facts = [
      ["Effect", "\(operation.effect.rawValue): \(operation.effect.meaning)"],
      ["Source", operation.provenance],
      ["Scopes", operation.scopes.isEmpty ? "none" : operation.scopes.joined(separator: ", ")],
      [
        "Cost",
        [operation.costWords, operation.cost?.source].compactMap(\.self).joined(separator: "; "),
      ],
    ]
    if operation.isPublic { facts.append(["Key", "none is sent"]) }
    facts.append(["Gives", operation.outcome])
    if let paging = operation.paging { facts.append(["Pages", paging.words]) }
    if let job = operation.job { facts.append(["Job", job.words]) }
    if !operation.secrets.isEmpty {
      facts.append([
        "Secrets", "\(operation.secrets.joined(separator: ", ")): shown once, never printed",
      ])
    }
    return facts
  }

  private static func arguments(_ operation: Operation) -> [String] {
    let rows = ParameterRow.all(of: operation)
    guard !rows.isEmpty || operation.confirm != nil else { return ["", "Takes no arguments."] }
    var lines = ["", "Arguments"]
    lines += TextColumns.lines(
      rows.map { row in
        let limits = row.limits.isEmpty ? "" : "[\(row.limits.joined(separator: "; "))]"
        let words = [row.summary, limits].filter { !$0.isEmpty }
        return ["  " + row.path, row.parameter.kind.rawValue, words.joined(separator: " ")]
      })
    return lines + operation.rules.map { "  \($0)" }
  }

  private static func result(_ operation: Operation) -> [String] {
    guard !operation.returns.isEmpty else { return [] }
    let title = operation.paging == nil ? "Result" : "Each item"
    return ["", title]
      + TextColumns.lines(operation.returns.map { ["  " + $0.name, $0.kind.rawValue] })
  }
}

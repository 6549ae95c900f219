internal import ProspectAPI

/// One operation on a reference page.
enum OperationMarkdown {
  static func lines(_ operation: Operation) -> [String] {
    var lines = ["## \(operation.name)", "", "`\(operation.address)`", "", operation.summary]
    if !operation.notes.isEmpty { lines += ["", operation.notes] }
    lines += [""] + facts(operation).map { "- \($0)" }
    lines += arguments(operation) + result(operation)
    if let example = operation.example {
      let local = "local \(operation.provider) = require \"\(operation.provider)\""
      lines += ["", "```lua", local, example.trimmedOfNewlines, "```"]
    }
    return lines
  }

  private static func facts(_ operation: Operation) -> [String] {
    var facts = ["Effect `\(operation.effect.rawValue)`: \(operation.effect.meaning)."]
    if !operation.scopes.isEmpty {
      facts.append("Scopes: " + operation.scopes.map { "`\($0)`" }.joined(separator: ", ") + ".")
    }
    if operation.isPublic { facts.append("No key is sent.") }
    if let cost = operation.cost {
      facts.append(([cost.words, cost.source].compactMap(\.self)).joined(separator: "; ") + ".")
    }
    facts.append("Source: \(operation.provenance).")
    facts.append("Gives \(operation.outcome).")
    if let paging = operation.paging { facts.append("Its \(paging.words).") }
    if let job = operation.job { facts.append("The job is \(job.words).") }
    for path in operation.secrets { facts.append("`\(path)` is shown once and cannot be printed.") }
    return facts + operation.ruleSentences
  }

  private static func arguments(_ operation: Operation) -> [String] {
    let rows = ParameterRow.all(of: operation)
    guard !rows.isEmpty else { return [] }
    return ["", "| Argument | Type | Limits | Meaning |", "| --- | --- | --- | --- |"]
      + rows.map { row in
        "| `\(row.path)` | `\(row.parameter.kind.rawValue)` "
          + "| \(Markdown.cell(row.limits.joined(separator: "; "))) | \(Markdown.cell(row.summary)) |"
      }
  }

  private static func result(_ operation: Operation) -> [String] {
    guard !operation.returns.isEmpty else { return [] }
    let title = operation.paging == nil ? "Result" : "Each item"
    let fields = operation.returns.map { "`\($0.name)` \($0.kind.rawValue)" }
    return ["", "\(title): \(fields.joined(separator: ", "))."]
  }
}

extension String {
  fileprivate var trimmedOfNewlines: String {
    var text = self[...]
    while text.first == "\n" { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

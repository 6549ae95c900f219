internal import ProspectJSON

/// Checks what operations say about each other: pages name an argument, jobs name the operations that follow them.
struct Interlocking {
  private enum Style: String, CaseIterable { case cursor, offset, page }

  private let described: DescriptionTable
  private let operations: [String: Operation]

  init(_ described: DescriptionTable, _ operations: [String: Operation]) {
    self.described = described
    self.operations = operations
  }

  func check() throws(DescriptionError) {
    for (name, operation) in operations.sorted(by: { $0.key < $1.key }) {
      guard let table = try described.table(name) else { continue }
      if let paging = try table.table("paging") { try check(paging, of: operation) }
      if let job = try table.table("job") { try check(job) }
    }
  }

  private func check(_ paging: DescriptionTable, of operation: Operation) throws(DescriptionError) {
    try paging.allow(only: [
      "style", "items", "next", "more", "argument", "size", "total", "limit", "offset", "first",
    ])
    guard let style = try paging.word("style", Style.self) else {
      throw paging.mistake("style", "is missing")
    }
    _ = try paging.requiredText("items")
    try requireArgument(try paging.requiredText("argument"), of: operation, paging, "argument")
    if style == .cursor { _ = try paging.requiredText("next") }
    if let size = try paging.table("size") {
      try size.allow(only: ["argument", "value"])
      try requireArgument(try size.requiredText("argument"), of: operation, size, "argument")
      guard try size.number("value") != nil else { throw size.mistake("value", "is missing") }
    }
  }

  private func check(_ job: DescriptionTable) throws(DescriptionError) {
    try job.allow(only: [
      "id", "poll", "argument", "status", "done", "failed", "message", "download", "results",
      "timeout",
    ])
    for field in ["id", "status"] { _ = try job.requiredText(field) }
    try requireOperation(job, "poll", argument: job.requiredText("argument"))
    guard try !job.texts("done").isEmpty else {
      throw job.mistake("done", "must list the words that end the job")
    }
    if let results = try job.table("results") {
      try results.allow(only: ["operation", "argument"])
      try requireOperation(results, "operation", argument: results.requiredText("argument"))
    }
  }

  private func requireOperation(
    _ table: DescriptionTable, _ field: String, argument: String
  ) throws(DescriptionError) {
    let name = try table.requiredText(field)
    guard let operation = operations[name] else {
      let suggestion = Suggestion.text(for: name, among: operations.keys)
      throw table.mistake(field, "there is no operation \"\(name)\"\(suggestion)")
    }
    try requireArgument(argument, of: operation, table, "argument")
  }

  private func requireArgument(
    _ name: String, of operation: Operation, _ table: DescriptionTable, _ field: String
  ) throws(DescriptionError) {
    let names = operation.parameters.map(\.name)
    guard !names.contains(name) else { return }
    throw table.mistake(
      field,
      "\(operation.name) has no parameter \"\(name)\"\(Suggestion.text(for: name, among: names))")
  }
}

internal import ProspectAPI
internal import ProspectJSON

extension RecipeReader {
  /// What a field of a value is.
  mutating func field(_ name: String, of meaning: Meaning, line: Int) -> Meaning {
    if case .http = meaning, name == "request" { return .httpRequest }
    guard case .provider(let provider, let start) = meaning else { return .unknown }
    let path = start + [name]
    let full = path.joined(separator: ".")
    if let operation = provider.operations[full] {
      report.note(operation, line: line)
      return .operation(operation)
    }
    if provider.operations.keys.contains(where: { $0.hasPrefix(full + ".") }) {
      return .provider(provider, path: path)
    }
    if name == "job", let job = provider.jobStarter(in: start.joined(separator: "."))?.job {
      // Picking a job up reads it.
      if let poll = provider.operations[job.poll] { report.note(poll, line: line) }
      return .unknown
    }
    let guess = Suggestion.text(for: full, among: provider.operations.keys)
    report.note(.operation, line: line, "\(provider.name) has no operation \(full)\(guess)")
    return .unknown
  }

  /// What a call gives.
  mutating func call(_ function: Meaning, _ arguments: [Meaning], line: Int) -> Meaning {
    switch function {
    case .require:
      guard case .constant(.string(let name))? = arguments.first else { return .unknown }
      return require(name, line: line)
    case .operation(let operation):
      check(arguments.first, of: operation, line: line)
      return .unknown
    case .httpRequest:
      checkHost(arguments.first)
      return .unknown
    case .protectedCall(let skipped):
      if case .httpRequest? = arguments.first {
        checkHost(arguments.dropFirst(1 + skipped).first)
      }
      if case .operation(let operation)? = arguments.first {
        check(arguments.dropFirst(1 + skipped).first, of: operation, line: line)
      }
      return .unknown
    default: return .unknown
    }
  }

  private mutating func require(_ name: String, line: Int) -> Meaning {
    if let provider = names.providers[name] { return .provider(provider, path: []) }
    if name == "http" { return .http }
    if !names.modules.contains(name) {
      let guess = names.suggestion(forModule: name)
      report.note(.module, line: line, "there is no module '\(name)'\(guess)")
    }
    return .unknown
  }

  /// A URL that is written out must lead to a host that is granted.
  private mutating func checkHost(_ argument: Meaning?) {
    guard case .table(let table)? = argument,
      let field = table.fields.first(where: { $0.name == "url" }),
      case .constant(.string(let url)) = field.meaning
    else { return }
    guard let origin = Origin(url: url) else {
      return report.note(
        .host, line: field.line,
        "http.request: `url` is no URL such as https://hooks.example.com/path")
    }
    guard !names.hosts.contains(origin) else { return }
    report.note(
      .host, line: field.line,
      "http.request: recipes may not send requests to \(origin.text) here; \(origin.grantHint)")
  }

  /// Checks arguments that are written out; those that are made elsewhere are left alone.
  private mutating func check(_ argument: Meaning?, of operation: Operation, line: Int) {
    let literal: TableLiteral
    switch argument {
    case .table(let table)?: literal = table
    case nil: literal = TableLiteral()
    default: return
    }
    let checker = ArgumentChecker(operation: operation)
    for (line, message) in checker.problems(literal, line: line) {
      report.note(.argument, line: line, "\(operation.fullName): \(message)")
    }
  }
}

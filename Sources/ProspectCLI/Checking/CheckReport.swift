internal import ProspectAPI
internal import ProspectJSON
internal import ProspectReference
internal import ProspectRuntime
internal import RecipeCheck

/// What is said about a recipe that was checked.
struct CheckReport {
  var file: String
  /// What Lua says when it cannot compile the recipe.
  var syntax: String?
  var recipe: RecipeReport?
  /// What a key cannot do, by its place in the recipe.
  var obstacles: [(line: Int, message: String)] = []
  /// Providers whose keys were asked.
  var asked: [String] = []
  /// The exit status that a provider's silence means: 4 when it could not be reached, 3 when it refused the key.
  var failureStatus = ExitStatus.success

  /// Notes what the key of a provider cannot do of what the recipe does.
  mutating func note(_ rights: KeyRights, of provider: Provider, for uses: [OperationUse]) {
    // A provider that tells no scopes leaves nothing to compare.
    if rights.scopes != nil { asked.append(provider.name) }
    for use in uses {
      guard let obstacle = rights.obstacle(to: use.operation) else { continue }
      obstacles.append(
        (line: use.lines.first ?? 1, message: "\(use.operation.fullName): \(obstacle)"))
    }
  }

  /// Notes that a provider did not say what its key may do.
  mutating func note(_ error: CallError, of provider: Provider, for uses: [OperationUse]) {
    let message = "\(provider.name): what the key may do cannot be learned: \(error.message)"
    obstacles.append((line: uses.first?.lines.first ?? 1, message: message))
    failureStatus = max(failureStatus, RunFailure.Kind(rawValue: error.kind.rawValue).exitCode)
  }

  var status: Int32 {
    if syntax != nil || recipe?.findings.isEmpty == false { return ExitStatus.failure }
    if failureStatus != ExitStatus.success { return failureStatus }
    return obstacles.isEmpty ? ExitStatus.success : ExitStatus.credential
  }

  /// For people.
  var text: String {
    var text = syntax.map { $0 + "\n" } ?? ""
    guard let recipe else { return text }
    if recipe.uses.isEmpty {
      text += "\(file) names no operation of a provider\n"
    } else {
      text += OperationUses.text(recipe.uses.map { ($0.operation, $0.lines) })
    }
    let problems =
      recipe.findings.map { ($0.line, $0.message) }
      + obstacles.map { ($0.line, $0.message) }
    if !problems.isEmpty { text += "\n" }
    for (line, message) in problems { text += "\(file):\(line): \(message)\n" }
    for name in asked where !obstacles.contains(where: { $0.message.hasPrefix(name + ".") }) {
      text += "\n\(name): the key can do all of this\n"
    }
    return PlainText.lines(text).joined(separator: "\n")
  }

  /// For programs.
  var json: String {
    let uses = (recipe?.uses ?? []).map { use -> JSON in
      var object = use.operation.reference.object ?? JSONObject()
      object["lines"] = .array(use.lines.map { .integer(Int64($0)) })
      return .object(object)
    }
    let findings = (recipe?.findings ?? []).map {
      Self.finding($0.kind.rawValue, $0.line, $0.message)
    }
    let all =
      (syntax.map { [Self.finding("syntax", nil, $0)] } ?? []) + findings
      + obstacles.map { Self.finding("scope", $0.line, $0.message) }
    let report: JSON = [
      "file": .string(file), "ok": .bool(status == ExitStatus.success), "operations": .array(uses),
      "findings": .array(all), "asked": .array(asked.map(JSON.string)),
    ]
    return report.text + "\n"
  }

  private static func finding(_ kind: String, _ line: Int?, _ message: String) -> JSON {
    [
      "kind": .string(kind), "line": line.map { .integer(Int64($0)) } ?? .null,
      "message": .string(message),
    ]
  }
}

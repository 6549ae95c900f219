internal import ProspectAPI
internal import ProspectJSON

extension AuthReport {
  /// For people.
  var text: String {
    entries.map { PlainText.lines($0.lines.joined(separator: "\n")).joined(separator: "\n") + "\n" }
      .joined()
  }

  /// For programs.
  var json: String {
    let report: JSON = [
      "profile": .string(profile), "providers": .array(entries.map(\.json)),
    ]
    return report.text + "\n"
  }
}

extension AuthReport.Entry {
  fileprivate var lines: [String] {
    var lines = ["\(provider.name): \(state)"]
    if let found {
      lines.append("  \(shown) from \(found.source.text)")
      lines.append("  for \(found.origin.text)")
    }
    if let answer { lines += RightsText.lines(answer).map { "  \($0)" } }
    if answer?.expiry == nil, let end = found?.expiry.map(UTCTime.text) {
      lines.append("  expires \(end)")
    }
    if let error, !isMissing { lines.append("  \(error.message)") }
    if let hint { lines.append("  \(hint)") }
    return lines
  }

  /// The credential, as far as it may be shown.
  private var shown: String {
    switch found?.secrets {
    case .key(let key): "key \(RightsText.masked(key))"
    case .login(let login): "user \(RightsText.masked(login.username)) and password"
    case nil: ""
    }
  }

  /// The question was asked through a store of its own, which knows no source; so that hint is no help.
  private var hint: String? {
    guard let error else { return nil }
    guard let found, error.kind == .credential else { return error.hint }
    return "look at \(found.source.text): it may be mistyped, expired or revoked"
  }

  fileprivate var json: JSON {
    var object: JSONObject = [
      "provider": .string(provider.name), "state": .string(state),
      "origin": .string(provider.baseURL.origin.text),
    ]
    if let found {
      object["source"] = [
        "kind": .string(found.source.word), "text": .string(found.source.text),
      ]
      object["credential"] = .string(shown)
    }
    if let answer {
      object["scopes"] = answer.rights.scopes.map { JSON.array($0.map(JSON.string)) } ?? JSON.null
      object["read_only"] = .bool(answer.rights.isReadOnly)
    }
    object["expires_at"] = expiry.map { .string(UTCTime.text($0)) } ?? JSON.null
    if let error {
      object["error"] = [
        "kind": .string(error.kind.rawValue), "message": .string(error.message),
        "hint": hint.map(JSON.string) ?? .null,
      ]
    }
    return .object(object)
  }
}

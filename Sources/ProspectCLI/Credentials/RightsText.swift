internal import ProspectAPI

/// What a provider says of a credential, in words.
enum RightsText {
  static func lines(_ answer: IdentityQuestion.Answer) -> [String] {
    var lines: [String] = []
    if let scopes = answer.rights.scopes {
      lines.append("scopes: " + (scopes.isEmpty ? "none" : scopes.joined(separator: " ")))
    }
    if answer.rights.isReadOnly { lines.append("read-only") }
    if let expiry = answer.expiry.map(UTCTime.text) { lines.append("expires \(expiry)") }
    return lines
  }

  /// A secret of which as much is shown as tells it from another: at most a quarter, and nothing of a short one.
  static func masked(_ secret: Secret) -> String {
    let text = secret.reveal()
    let shown = min(4, text.count / 8)
    return "\(text.prefix(shown))•••\(text.suffix(shown))"
  }
}

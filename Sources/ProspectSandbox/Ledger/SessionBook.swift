/// The access and refresh tokens that SphereScout has issued [contract spherescout §2.2].
struct SessionBook: Sendable {
  enum Kind: String, Sendable { case access, refresh }

  private struct Token: Sendable {
    let kind: Kind
    let expiresAt: Instant
    var isWithdrawn = false
  }

  private var tokens: [String: Token] = [:]
  private var issued = 0

  /// A new token whose `exp` anybody can read.
  mutating func issue(
    _ kind: Kind, at now: Instant, life: Duration, identifiers: Identifiers
  ) -> String {
    issued += 1
    // `exp` counts whole seconds, so the token ends with one.
    let expiresAt = Instant(milliseconds: (now + life).seconds * 1000)
    let text = SessionToken.text(
      kind: kind.rawValue, issuedAt: now.seconds, expiresAt: expiresAt.seconds,
      id: identifiers.token("jti", issued), signature: identifiers.secret("jwt", issued))
    tokens[text] = Token(kind: kind, expiresAt: expiresAt)
    return text
  }

  func isValid(_ text: String, _ kind: Kind, at now: Instant) -> Bool {
    guard let token = tokens[text] else { return false }
    return token.kind == kind && now < token.expiresAt && !token.isWithdrawn
  }

  mutating func withdraw(_ text: String) { tokens[text]?.isWithdrawn = true }

  /// Withdraws every token of these kinds.
  mutating func withdrawAll(_ kinds: Set<Kind>) {
    for (text, token) in tokens where kinds.contains(token.kind) { withdraw(text) }
  }
}

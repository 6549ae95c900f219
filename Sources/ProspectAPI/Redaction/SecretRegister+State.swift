extension SecretRegister {
  struct State {
    enum Kind {
      case key, name, token, link

      /// Whether recipes may not see it either.
      var isInput: Bool { self == .key || self == .token }
    }

    private var keys: Set<[UInt8]> = []
    private var names: Set<[UInt8]> = []
    private var tokens = PassingSecrets()
    /// Apart from the tokens: a run may get thousands of them.
    private var links = PassingSecrets()
    private(set) var input = PatternSet()
    private(set) var output = PatternSet()
  }
}

extension SecretRegister.State {
  /// Adds a secret. The same text may be of several kinds, and be forgotten as one of them.
  mutating func add(_ secret: [UInt8], as kind: Kind) {
    let isNew =
      switch kind {
      case .key: keys.insert(secret).inserted
      case .name: names.insert(secret).inserted
      case .token: tokens.add(secret)
      case .link: links.add(secret)
      }
    guard isNew else { return }
    if tokens.shrink() || links.shrink() {
      includeAll()
    } else {
      include(secret, as: kind)
    }
  }

  private mutating func include(_ secret: [UInt8], as kind: Kind) {
    for form in SecretForms.forms(of: secret) {
      output.insert(form)
      if kind.isInput { input.insert(form) }
    }
  }

  /// Makes anew what to look for.
  private mutating func includeAll() {
    (input, output) = (PatternSet(), PatternSet())
    for secret in keys { include(secret, as: .key) }
    for secret in names { include(secret, as: .name) }
    for secret in tokens.all { include(secret, as: .token) }
    for secret in links.all { include(secret, as: .link) }
  }
}

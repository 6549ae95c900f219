internal import Synchronization

/// Every secret that this process knows, and the one way to hide them in what leaves it (design section 7).
///
/// Whoever learns a secret adds it, and it is covered from then on. May be used from any thread.
package final class SecretRegister: Sendable {
  /// Which way a text goes.
  package enum Way: Sendable {
    /// From a provider to a recipe, its files and the journal. Recipes do get the links to their files.
    case input
    /// To a person, a log or a report.
    case output
  }

  /// How long a link or a token may be that a provider gives. A longer one is not used, as it could not be hidden in
  /// bounded memory. Servers take URLs of 8000 bytes (RFC 9110 §4.1), and hardly any longer header field.
  package static let longestGiven = 8 << 10

  private let state = Locked(State())
  private let isUsed = Atomic(false)

  package init() {}

  /// Adds a secret that providers may not show to recipes.
  ///
  /// - Parameter isPassing: whether it ends by itself soon, as a token does. The last ones are remembered; one that is in
  ///   use is added again from time to time.
  /// - Returns: whether it is covered: one that is too short, or a number, cannot be told from ordinary text.
  @discardableResult
  package func add(_ secret: Secret, isPassing: Bool = false) -> Bool {
    add(Array(secret.reveal().utf8), as: isPassing ? .token : .key)
  }

  /// Adds the name of an account, which may be a person's address: people do not see it. Recipes do, as it may stand in the
  /// provider's data, too.
  @discardableResult
  package func add(name: Secret) -> Bool { add(Array(name.reveal().utf8), as: .name) }

  /// Adds what gives access to a file: the part of its link behind the origin. Recipes see it, logs do not. Of one that is
  /// too long to be followed the beginning is enough.
  package func add(link: String) {
    let parts = link.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4 else { return }
    add([UInt8(ascii: "/")] + parts[3].utf8.prefix(Self.longestGiven), as: .link)
  }

  @discardableResult
  private func add(_ secret: [UInt8], as kind: State.Kind) -> Bool {
    guard SecretForms.isSearchable(secret) else { return false }
    state.withLock { $0.add(secret, as: kind) }
    isUsed.store(true, ordering: .releasing)
    return true
  }

  /// What to look for; nil when there is nothing.
  func patterns(_ way: Way) -> PatternSet? {
    guard isUsed.load(ordering: .acquiring) else { return nil }
    return state.withLock { way == .input ? $0.input : $0.output }
  }
}

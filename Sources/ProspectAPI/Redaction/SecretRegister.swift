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

  fileprivate struct State {
    var known: Set<[UInt8]> = []
    /// Those that are forgotten when there are too many, the oldest first.
    var passing: [(secret: [UInt8], isInput: Bool)] = []
    var lasting: [[UInt8]] = []
    var input = PatternSet()
    var output = PatternSet()
  }

  /// How many passing secrets are remembered. They end by themselves, as tokens and links do; keeping the last ones bounds
  /// the memory of a process that runs for months.
  private static let mostPassing = 1000

  private let state = Locked(State())
  private let isUsed = Atomic(false)

  package init() {}

  /// Adds a secret that providers may not show to recipes.
  ///
  /// - Parameter isPassing: whether it ends by itself soon, as a token does.
  /// - Returns: whether it is covered: one that is too short, or a number, cannot be told from ordinary text.
  @discardableResult
  package func add(_ secret: Secret, isPassing: Bool = false) -> Bool {
    add(Array(secret.reveal().utf8), isPassing: isPassing, isInput: true)
  }

  /// Adds what gives access to a file: the part of its link behind the origin. Recipes see it, logs do not.
  package func add(link: String) {
    let parts = link.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4 else { return }
    add(Array("/\(parts[3])".utf8), isPassing: true, isInput: false)
  }

  @discardableResult
  private func add(_ secret: [UInt8], isPassing: Bool, isInput: Bool) -> Bool {
    guard SecretForms.isSearchable(secret) else { return false }
    state.withLock { state in
      guard state.known.insert(secret).inserted else { return }
      if isPassing { state.passing.append((secret, isInput)) } else { state.lasting.append(secret) }
      if state.passing.count > Self.mostPassing {
        state.forget(Self.mostPassing / 4)
      } else {
        state.include(secret, isInput: isInput)
      }
    }
    isUsed.store(true, ordering: .releasing)
    return true
  }

  /// What to look for; nil when there is nothing.
  func patterns(_ way: Way) -> PatternSet? {
    guard isUsed.load(ordering: .acquiring) else { return nil }
    return state.withLock { way == .input ? $0.input : $0.output }
  }
}

extension SecretRegister.State {
  mutating func include(_ secret: [UInt8], isInput: Bool) {
    for form in SecretForms.forms(of: secret) {
      output.insert(form)
      if isInput { input.insert(form) }
    }
  }

  /// Forgets the oldest ones; what to look for is made anew.
  mutating func forget(_ count: Int) {
    for gone in passing.prefix(count) { known.remove(gone.secret) }
    passing.removeFirst(count)
    (input, output) = (PatternSet(), PatternSet())
    for secret in lasting { include(secret, isInput: true) }
    for entry in passing { include(entry.secret, isInput: entry.isInput) }
  }
}

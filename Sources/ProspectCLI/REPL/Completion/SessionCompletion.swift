internal import ProspectRuntime
internal import Synchronization

/// Completion for one prompt. The descriptions are read when the first Tab needs them: a prompt without one never
/// pays for them.
final class SessionCompletion: Sendable {
  private struct State {
    var completer: Completer?
    /// Inputs that the completer has not seen.
    var unseen: [String] = []
  }

  private let providersFolder: String
  private let state = Mutex(State())

  /// - Parameter providersFolder: where descriptions of further providers lie.
  init(providersFolder: String) { self.providersFolder = providersFolder }

  /// Notes an input that was evaluated.
  func note(_ source: String) { state.withLock { $0.unseen.append(source) } }

  /// The variables are gone.
  func forget() { state.withLock { $0 = State() } }

  /// What may stand at the end of `text`.
  ///
  /// - Throws: `RuntimeError` that names the wrong field of a wrong description.
  func candidates(behind text: String) throws -> Completion {
    try state.withLock { state in
      var completer = try state.completer ?? makeCompleter()
      for source in state.unseen { completer.note(source) }
      state.unseen = []
      state.completer = completer
      return completer.candidates(for: text, cursor: text.endIndex)
    }
  }

  private func makeCompleter() throws -> Completer {
    let providers = try KnownProviders.all(folder: providersFolder)
    return Completer(
      table: CompletionTable(providers: providers, types: EditorTypes.files(of: [])))
  }
}

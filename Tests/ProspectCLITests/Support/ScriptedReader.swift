import Synchronization

@testable import ProspectCLI

/// A person who types what the test says.
final class ScriptedReader: LineReader {
  private struct State {
    var inputs: [LineInput]
    var prompts: [String] = []
  }

  private let state: Mutex<State>

  init(_ inputs: [LineInput]) { state = Mutex(State(inputs: inputs.reversed())) }

  /// The prompts that were shown.
  var prompts: [String] { state.withLock { $0.prompts } }

  func read(prompt: String, completer: @escaping LineCompleter) async -> LineInput {
    state.withLock { state in
      state.prompts.append(prompt)
      return state.inputs.popLast() ?? .end
    }
  }

  func interrupt() {}
}

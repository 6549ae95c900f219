internal import LuaBridge
internal import MachinePort

extension Interpreter {
  /// How the main task ended, in the words of the port.
  func conclude(_ outcome: LuaTask.Outcome) -> Outcome {
    let reason = vm.control.reason
    // A session goes on after an interrupted input; of a run the host may still want to read it.
    if isEvaluating { vm.control.clear() }
    switch outcome {
    case .waiting: return .succeeded
    case .finished(let values): return verdict(of: values)
    case .failed(let error):
      var failure = Failure(error, reason: reason)
      if case .reference(let value)? = error.value, value.kind == .table {
        failure.message = describe(value).map(Failure.clipped) ?? failure.message
        failure.errorJSON = (try? vm.encodeJSON(value)).flatMap { $0.count < 1 << 20 ? $0 : nil }
      }
      return .failed(failure)
    }
  }

  /// The evaluator of a session returns how an input ended that raised nothing: "incomplete", or
  /// "syntax" and the message. A recipe may return what it likes.
  private func verdict(of values: [LuaValue]) -> Outcome {
    guard isEvaluating else { return .succeeded }
    switch values.first?.string {
    case "incomplete": return .incomplete
    case "syntax":
      let message = values.dropFirst().first?.string ?? "malformed input"
      return .failed(Failure(kind: .syntax, message: message))
    default: return .succeeded
    }
  }

  /// One line about an error table; nil when it is none of ours.
  private func describe(_ value: LuaReference) -> String? {
    guard let errors = try? part("machine/errors"),
      let describe = try? vm.get(errors, "describe").reference,
      let text = try? vm.call(describe, [.reference(value)], results: 1).first?.string
    else { return nil }
    return text
  }
}

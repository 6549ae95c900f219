internal import ProspectAPI

extension RightsBook.Answer {
  /// Whether it need not be asked again. Another time the network may be there again.
  var isLasting: Bool {
    guard case .failure(let error) = rights else { return true }
    return !error.concernsEveryCall && error.kind != .timeout
  }

  /// Why a call cannot be made.
  func refusal(of operation: Operation) -> CallError? {
    switch rights {
    case .success(let rights): return rights.refusal(of: operation)
    case .failure(var error):
      guard error.concernsEveryCall else { return nil }
      error.operation = operation.name
      return error
    }
  }
}

extension CallError {
  /// The code of the error of a call whose own time was over.
  private static let late = "deadline"

  /// Whether what went wrong lies before the operation: the network, the key, or the call's own deadline. That the question
  /// took too long says nothing of the call, which may have more time.
  fileprivate var concernsEveryCall: Bool {
    switch kind {
    case .transport, .credential, .suspended, .cancelled: true
    case .timeout: code == Self.late
    default: false
    }
  }

  static func lateForRights(_ provider: Provider) -> CallError {
    CallError(
      kind: .timeout,
      message:
        "the deadline of the call passed while \(provider.title) was asked what the key may do",
      provider: provider.name, code: late, isRetryable: true)
  }

  static func cancelledForRights(_ provider: Provider) -> CallError {
    CallError(kind: .cancelled, message: "the call was cancelled", provider: provider.name)
  }
}

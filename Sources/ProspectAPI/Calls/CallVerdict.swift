/// What follows an attempt of a call.
enum CallVerdict: Sendable {
  /// The call succeeded with this answer.
  case success(TransportResponse)
  case retry(Retry)
  case fail(CallError)

  /// How to send it again.
  struct Retry: Sendable {
    let wait: Duration
    let needsFreshConnection: Bool
    /// The origin asked for less traffic: all calls to it wait, not only this one.
    let isThrottled: Bool
    /// Whether the provider may have acted on the attempt.
    let mayHaveHappened: Bool
    /// Completes the sentence "waits because …".
    let reason: String
    /// What the call gets when nothing becomes of another attempt.
    let failure: CallError
  }
}

/// One request of a call that has come to its end.
package struct CallAttempt: Sendable, Equatable {
  /// How many requests were sent for the call, this one included.
  package var number: Int
  /// Of the answer; nil when none came.
  package var status: Int?
  /// What the provider calls the request, when its answer says so.
  package var requestID: String?
  package var duration: Duration
  /// Bytes of the request's body.
  package var sent: Int
  /// Bytes of the answer's body.
  package var received: Int

  package init(
    number: Int, status: Int? = nil, requestID: String? = nil, duration: Duration = .zero,
    sent: Int = 0, received: Int = 0
  ) {
    self.number = number
    self.status = status
    self.requestID = requestID
    self.duration = duration
    self.sent = sent
    self.received = received
  }
}

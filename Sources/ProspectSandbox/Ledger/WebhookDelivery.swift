/// One event on its way to one endpoint: every attempt has its id and its bytes, and a signature of
/// its own [contract prospectb2b §9].
struct WebhookDelivery: Sendable {
  enum Status: String, Sendable { case pending, succeeded, failed }

  /// How one attempt went.
  enum Outcome: Sendable {
    case answered(status: Int, snippet: String)
    case unanswered(reason: String)
  }

  let number: Int
  let id: String
  let endpoint: Int
  let event: String
  let body: [UInt8]
  let createdAt: Instant
  var updatedAt: Instant
  var status = Status.pending
  var attempts = 0
  var responseStatus: Int?
  var snippet: String?
  var errorMessage: String?
  var lastAttemptAt: Instant?
  var nextAttemptAt: Instant?
  var isInFlight = false

  /// - Parameter keepsClientErrors: whether an answer that is neither 2xx nor 5xx is final.
  mutating func record(
    _ outcome: Outcome, startedAt: Instant, now: Instant, keepsClientErrors: Bool
  ) {
    isInFlight = false
    attempts += 1
    lastAttemptAt = startedAt
    updatedAt = now
    var isFinal = false
    switch outcome {
    case .answered(let status, let text):
      (responseStatus, snippet) = (status, text)
      errorMessage = (200..<300).contains(status) ? nil : "the endpoint answered \(status)"
      isFinal = keepsClientErrors && status < 500
    case .unanswered(let reason):
      (responseStatus, snippet, errorMessage) = (nil, nil, reason)
    }
    if errorMessage == nil {
      (status, nextAttemptAt) = (.succeeded, nil)
    } else if !isFinal, attempts <= WebhookBook.schedule.count {
      (status, nextAttemptAt) = (.pending, now + WebhookBook.schedule[attempts - 1])
    } else {
      (status, nextAttemptAt) = (.failed, nil)
    }
  }
}

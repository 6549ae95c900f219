/// A call that failed for good: what a recipe gets as its error value.
package struct CallError: Error, Sendable, Equatable {
  /// What kind of failure this is; the words are part of what recipes see.
  package enum Kind: String, Sendable {
    /// An argument is unknown, missing, or of the wrong type or range.
    case argument
    /// There is no such operation.
    case usage
    /// The credential is missing or refused.
    case credential
    /// The credential lacks a right.
    case scope
    /// The provider answered with an error.
    case provider
    /// No usable answer came.
    case transport
    /// The deadline passed.
    case timeout
    /// The request may have had its effect, and must not be repeated.
    case unknownOutcome = "unknown_outcome"
    /// The balance of the account is too small.
    case credits
    /// A limit of the run is used up.
    case limit
    /// A grant is missing.
    case grant
    /// The call was cancelled.
    case cancelled
    /// The provider asks to come back later than a run waits.
    case suspended
  }

  package var kind: Kind
  /// One sentence; secrets are removed from it.
  package var message: String
  package var provider: String?
  /// `resource.verb`.
  package var operation: String?
  /// HTTP status of the last answer.
  package var status: Int?
  /// The provider's own word for the error.
  package var code: String?
  /// The provider's id of the request, for its support.
  package var requestID: String?
  /// How many requests were sent for this call.
  package var attempts: Int
  /// Whether the same call may succeed later.
  package var isRetryable: Bool
  /// One hint that helps.
  package var hint: String?
  /// How long to wait before the same call, when the provider said so.
  package var retryAfter: Duration?

  package init(
    kind: Kind, message: String, provider: String? = nil, operation: String? = nil,
    status: Int? = nil, code: String? = nil, requestID: String? = nil, attempts: Int = 0,
    isRetryable: Bool = false, hint: String? = nil, retryAfter: Duration? = nil
  ) {
    self.kind = kind
    self.message = message
    self.provider = provider
    self.operation = operation
    self.status = status
    self.code = code
    self.requestID = requestID
    self.attempts = attempts
    self.isRetryable = isRetryable
    self.hint = hint
    self.retryAfter = retryAfter
  }
}

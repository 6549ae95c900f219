import HTTPTypes

/// What goes wrong with one call. `FaultKind` tells what each means and how it is written.
enum FaultAction: Sendable, Equatable {
  /// Headers that a faulty answer brings, by name.
  typealias Headers = [String: String]

  enum Malformation: String, Sendable, CaseIterable { case html, garbage, empty, null }

  // Before the request is read.
  case refuse

  // Before the operation does anything.
  case status(Int, Headers)
  case errorBody
  case unauthorized
  case rotatedKey(String?)
  case expiredTokens(includesRefresh: Bool)
  case storm(TokenBucket.Terms)

  // What the operation then finds.
  case lateDeliveries(Int)
  case stuckJob(Duration)
  case failedJob
  case expiredLink
  case ignoredRange

  // After the operation has done what it does.
  case statusAfter(Int, Headers)
  case dropAnswer(isReset: Bool)
  case resetAfter(Int?)
  case stall(Duration, after: Int?)
  case trickle(bytes: Int?, every: Duration)
  case truncatedJSON(Int?)
  case malformedJSON(Malformation)
  case contentLength(Int)
  case pageDrift(Int)
  case changedETag
}

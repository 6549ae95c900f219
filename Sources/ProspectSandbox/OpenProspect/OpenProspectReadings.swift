/// How the gaps of OpenProspect's contract are read [contract openprospect §11].
package struct OpenProspectReadings: Sendable {
  /// In which order delivered companies come.
  package enum DeliveryOrder: Sendable {
    case oldestFirst, newestFirst
    /// Neighbours change places from call to call, so that a page may repeat a row and skip one.
    case unstable
  }

  /// When the creation of a profile goes on.
  package enum JobTiming: Sendable {
    /// When somebody asks: it runs from the first poll after a second, and is over at the next one.
    case polled
    /// When its time has come.
    case clock
    /// At once; so do orders.
    case immediate
  }

  /// What `POST /orders` makes of an idempotency key.
  package enum OrderKeys: Sendable { case honoured, ignored, required }

  /// Whether `delivered_since` also gives what was delivered at that very instant.
  package var deliveredSinceIsInclusive = false
  /// Whether an empty `delivered_since=` is refused with 422 instead of read as absent.
  package var refusesEmptyDeliveredSince = false
  /// Whether a `delivered_since` without a zone is refused with 422 instead of read as UTC.
  package var refusesDeliveredSinceWithoutZone = false
  package var deliveryOrder = DeliveryOrder.oldestFirst
  /// Whether delivered companies come without their people.
  package var deliversNoProspects = false
  /// Whether a `limit` outside 1...100 is brought into the range instead of refused with 422.
  package var clampsLimit = false
  /// Whether the list of prospect searches says `has_more`.
  package var searchesSayHasMore = false
  /// Whether a path with a trailing slash is unknown (404) instead of redirected (307).
  package var trailingSlashIsUnknown = false
  /// Whether a repeated creation gets its first answer instead of its present state.
  package var replaysFirstAnswer = false
  /// Whether two bodies are equal only byte by byte, instead of as JSON values.
  package var comparesRawBytes = false
  /// Whether a 409 has the code `CONFLICT`.
  package var conflictCodeIsGeneric = false
  /// Whether an unknown profile creation has the code `NOT_FOUND`.
  package var unknownProfileCodeIsGeneric = false
  /// Whether a 429 has the body of the oldest documents and no `Retry-After` header.
  package var rateLimitAnswerIsOldest = false
  /// Whether answers say how much of the key's quota is left.
  package var sendsRateLimitHeaders = false
  /// Whether the results of an unfinished order are an empty list instead of a 409.
  package var unfinishedResultsAreEmpty = false
  package var jobTiming = JobTiming.polled

  // Gaps that the contract names beside its table.

  package var orderKeys = OrderKeys.honoured
  /// Whether orders come under `orders`, with no envelope around them.
  package var listsOrdersBare = false
  /// Whether the id of an order is called `id`.
  package var orderIDIsPlain = false
  /// Whether 201 and 204 are 200.
  package var successIsAlwaysOK = false
  /// Whether the operations of the older documents are unknown, as is to be expected.
  package var legacyIsGone = false
}

/// Switches for what no source documents, so that a client can be tested under both readings.
///
/// The defaults are those of the contract's table of sandbox defaults [contract openprospect §11].
package struct SandboxReadings: Sendable {
  /// Whether `delivered_since` also gives what was delivered at that very instant.
  package var deliveredSinceIsInclusive = false
  /// Whether an empty `delivered_since=` is refused with 422 instead of read as absent.
  package var refusesEmptyDeliveredSince = false
  /// Whether a `limit` outside 1...100 is brought into the range instead of refused with 422.
  package var clampsLimit = false
  /// Whether the list of prospect searches says `has_more`.
  package var searchesSayHasMore = false
  /// Whether a path with a trailing slash is unknown (404) instead of redirected (307).
  package var trailingSlashIsUnknown = false

  package init() {}
}

/// How the gaps of OpenProspect's contract are read [contract openprospect §11].
package struct OpenProspectReadings: Sendable {
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

  static let switches: [SandboxSwitch] = [
    SandboxSwitch(
      "openprospect.delivered_since_at_equality",
      "Whether delivered_since also gives what was delivered at that very instant.",
      source: "contract openprospect §11", \.openProspect.deliveredSinceIsInclusive,
      ["exclusive": false, "inclusive": true]),
    SandboxSwitch(
      "openprospect.empty_delivered_since", "How an empty delivered_since= is read.",
      source: "contract openprospect §11", \.openProspect.refusesEmptyDeliveredSince,
      ["absent": false, "refused": true]),
    SandboxSwitch(
      "openprospect.limit_out_of_range", "What happens to a limit outside 1...100.",
      source: "contract openprospect §11", \.openProspect.clampsLimit,
      ["refused": false, "clamped": true]),
    SandboxSwitch(
      "openprospect.searches_has_more", "Whether the list of prospect searches says has_more.",
      source: "contract openprospect §11", \.openProspect.searchesSayHasMore,
      ["omitted": false, "present": true]),
    SandboxSwitch(
      "openprospect.trailing_slash", "What a path with a trailing slash answers.",
      source: "contract openprospect §11", \.openProspect.trailingSlashIsUnknown,
      ["redirect": false, "unknown": true]),
  ]
}

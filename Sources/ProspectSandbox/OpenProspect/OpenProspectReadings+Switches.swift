extension OpenProspectReadings {
  static let switches: [SandboxSwitch] = listSwitches + jobSwitches + errorSwitches + otherSwitches

  private static let table = "contract openprospect §11"

  private static let listSwitches: [SandboxSwitch] = [
    SandboxSwitch(
      "openprospect.delivered_since_at_equality",
      "Whether delivered_since also gives what was delivered at that very instant.",
      source: table, \.openProspect.deliveredSinceIsInclusive,
      ["exclusive": false, "inclusive": true]),
    SandboxSwitch(
      "openprospect.empty_delivered_since", "How an empty delivered_since= is read.",
      source: table, \.openProspect.refusesEmptyDeliveredSince,
      ["absent": false, "refused": true]),
    SandboxSwitch(
      "openprospect.delivered_since_without_zone", "How a delivered_since without a zone is read.",
      source: table, \.openProspect.refusesDeliveredSinceWithoutZone,
      ["utc": false, "refused": true]),
    SandboxSwitch(
      "openprospect.delivery_order", "In which order delivered companies come.",
      source: table, \.openProspect.deliveryOrder,
      ["oldest_first": .oldestFirst, "newest_first": .newestFirst, "unstable": .unstable]),
    SandboxSwitch(
      "openprospect.prospect_members", "What the prospects of a delivered company hold.",
      source: table, \.openProspect.deliversNoProspects, ["people": false, "nobody": true]),
    SandboxSwitch(
      "openprospect.limit_out_of_range", "What happens to a limit outside 1...100.",
      source: table, \.openProspect.clampsLimit, ["refused": false, "clamped": true]),
    SandboxSwitch(
      "openprospect.searches_has_more", "Whether the list of prospect searches says has_more.",
      source: table, \.openProspect.searchesSayHasMore, ["omitted": false, "present": true]),
    SandboxSwitch(
      "openprospect.trailing_slash", "What a path with a trailing slash answers.",
      source: table, \.openProspect.trailingSlashIsUnknown, ["redirect": false, "unknown": true]),
  ]

  private static let jobSwitches: [SandboxSwitch] = [
    SandboxSwitch(
      "openprospect.idempotent_replay", "What a repeated profile creation answers.",
      source: table, \.openProspect.replaysFirstAnswer, ["current": false, "first": true]),
    SandboxSwitch(
      "openprospect.body_comparison", "When two bodies under one idempotency key are equal.",
      source: table, \.openProspect.comparesRawBytes, ["json": false, "bytes": true]),
    SandboxSwitch(
      "openprospect.results_before_completed", "What the results of an unfinished order are.",
      source: table, \.openProspect.unfinishedResultsAreEmpty,
      ["conflict": false, "empty": true]),
    SandboxSwitch(
      "openprospect.job_timing", "When the creation of a profile goes on.",
      source: table, \.openProspect.jobTiming,
      ["polled": .polled, "clock": .clock, "immediate": .immediate]),
  ]

  private static let errorSwitches: [SandboxSwitch] = [
    SandboxSwitch(
      "openprospect.conflict_code", "Which code a 409 has.",
      source: table, \.openProspect.conflictCodeIsGeneric,
      ["specific": false, "generic": true]),
    SandboxSwitch(
      "openprospect.unknown_profile_code", "Which code an unknown profile creation has.",
      source: table, \.openProspect.unknownProfileCodeIsGeneric,
      ["specific": false, "generic": true]),
    SandboxSwitch(
      "openprospect.rate_limit_answer", "What a 429 looks like.",
      source: table, \.openProspect.rateLimitAnswerIsOldest, ["flat": false, "oldest": true]),
    SandboxSwitch(
      "openprospect.rate_limit_headers", "Whether answers say how much of the quota is left.",
      source: table, \.openProspect.sendsRateLimitHeaders, ["none": false, "present": true]),
  ]

  /// Gaps that the contract names beside its table.
  private static let otherSwitches: [SandboxSwitch] = [
    SandboxSwitch(
      "openprospect.order_keys", "What an order makes of an idempotency key.",
      source: "contract openprospect §5.1", \.openProspect.orderKeys,
      ["honoured": .honoured, "ignored": .ignored, "required": .required]),
    SandboxSwitch(
      "openprospect.orders_key", "Where orders stand in their list: under orders, they are all.",
      source: "contract openprospect §5.1", \.openProspect.listsOrdersBare,
      ["items": false, "orders": true]),
    SandboxSwitch(
      "openprospect.order_id_key", "What the id of an order is called.",
      source: "contract openprospect §5.1", \.openProspect.orderIDIsPlain,
      ["order_id": false, "id": true]),
    SandboxSwitch(
      "openprospect.success_status", "Whether 201 and 204 are 200.",
      source: "contract openprospect §5.4", \.openProspect.successIsAlwaysOK,
      ["specific": false, "ok": true]),
    SandboxSwitch(
      "openprospect.legacy_operations", "Whether the operations of older documents still answer.",
      source: "contract openprospect §0", \.openProspect.legacyIsGone,
      ["served": false, "gone": true]),
  ]
}

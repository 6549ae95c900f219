extension ExportBook {
  /// Credits that are spent at `now`; those of a job that failed are given back [contract
  /// spherescout §9].
  func spentCredits(at now: Instant) -> Int {
    exports.reduce(0) { spent, export in
      export.timeline.phase(at: now) == .failed ? spent : spent + export.order.price
    }
  }

  /// Whether a file of this search was ready once and its link is dead by now.
  func hasExpiredFile(of search: Search, at now: Instant) -> Bool {
    exports.contains { export in
      export.search.id == search.id && export.order.base == nil
        && export.timeline.phase(at: now) == .succeeded && export.expiresAt <= now
    }
  }
}

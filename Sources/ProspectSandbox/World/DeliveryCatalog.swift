/// What OpenProspect delivers: searches with companies, drawn like contacts from seed and index.
///
/// Delivery times are a function of the position, so that counting what was delivered after an
/// instant draws no company. They ascend: the last one is the newest [contract openprospect §11].
struct DeliveryCatalog: Sendable {
  let searches: [ProspectSearch]
  let directory: ContactDirectory
  /// When the sandbox started.
  let start: Instant
  let identifiers: Identifiers

  /// The time between two of the companies that were delivered before the start.
  static let pastInterval = Duration.seconds(3 * 3600)
  /// The same for those that come after it.
  static let futureInterval = Duration.seconds(6 * 3600)
  /// Nothing new comes in the first day, so that a recipe that runs twice finds nothing new.
  static let pause = Duration.seconds(24 * 3600)

  /// When company `position` of a search was or will be delivered.
  func deliveredAt(_ position: Int, of search: ProspectSearch) -> Instant {
    position < search.delivered
      ? start - DeliveryCatalog.pastInterval * (search.delivered - position)
      : start + DeliveryCatalog.pause
        + DeliveryCatalog.futureInterval * (position - search.delivered)
  }

  /// The positions delivered up to `now`, later than `since` (or at it, when `inclusive`).
  ///
  /// - Parameter early: how many companies came before their time.
  func positions(
    of search: ProspectSearch, since: Instant?, inclusive: Bool, now: Instant, early: Int = 0
  ) -> Range<Int> {
    let all = 0..<(search.delivered + search.upcoming)
    let due = all.firstIndex { deliveredAt($0, of: search) > now } ?? all.endIndex
    let end = min(due + early, all.endIndex)
    guard let since else { return 0..<end }
    let first = all.firstIndex { position in
      let delivered = deliveredAt(position, of: search)
      return delivered > since || (inclusive && delivered == since)
    }
    return min(first ?? end, end)..<end
  }
}

import ProspectJSON

extension ProspectB2B {
  /// `GET /leads`, oldest change first, strictly later than `updated_after` [contract prospectb2b
  /// §4].
  func listLeads(_ call: Call) throws(Refusal) -> Answer {
    let limit = try limit(call)
    let filter = call.query["updated_after"] ?? ""
    let after = try updatedAfter(filter)
    let cursor = try cursor(call, filters: filter)
    let found =
      readings.listsDescend
      ? newestLeads(after: after, before: cursor) : oldestLeads(after: after, cursor, limit + 1)
    let page = found.prefix(limit)
    let next = found.count > limit ? page.last.map(Cursor.init(after:)) : nil
    return list(page.map(\.json), next: next, filters: filter, call)
  }

  /// The instant that every lead of the list was changed after; nil when none was sent.
  private func updatedAfter(_ text: String) throws(Refusal) -> Instant? {
    if text.isEmpty { return nil }
    guard let instant = Instant(text: text) else {
      throw .invalidRequest("updated_after must be an ISO 8601 instant", field: "updated_after")
    }
    return readings.updatedAfterIsInclusive ? instant - .milliseconds(1) : instant
  }

  private func oldestLeads(after: Instant?, _ cursor: Cursor?, _ limit: Int) -> [Lead] {
    var start = ChangeLog.Position(
      instant: after ?? Instant(milliseconds: .min / 2), number: .max)
    if let position = cursor?.position {
      start = .init(instant: Instant(milliseconds: position.0), number: position.1)
    }
    return ledger.with { $0.leads.leads(after: start, limit: limit) }
  }

  /// The other order, for readers that must not rely on one; it looks at every lead.
  private func newestLeads(after: Instant?, before cursor: Cursor?) -> [Lead] {
    let leads = ledger.with { $0.leads.leads }.filter { lead in
      let place = (lead.updatedAt.milliseconds, lead.number)
      return (after.map { lead.updatedAt > $0 } ?? true)
        && (cursor.map { place < $0.position } ?? true)
    }
    return leads.sorted { ($0.updatedAt, $0.number) > ($1.updatedAt, $1.number) }
  }
}

extension Cursor {
  fileprivate init(after lead: Lead) {
    self.init(position: (lead.updatedAt.milliseconds, lead.number))
  }
}

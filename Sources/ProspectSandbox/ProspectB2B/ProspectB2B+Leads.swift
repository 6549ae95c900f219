import ProspectJSON

extension ProspectB2B {
  /// `POST /leads` [seed 002].
  func createLead(_ call: Call) throws(Refusal) -> Answer {
    let change = try leadChange(call)
    guard change.email != nil || change.fullName != nil else {
      throw .invalidRequest("a lead needs email or full_name")
    }
    return single(ledger.with { $0.leads.create(change, at: call.now) }.json, call)
  }

  /// `POST /leads/upsert` [contract prospectb2b §8.2].
  func upsertLead(_ call: Call) throws(Refusal) -> Answer {
    let change = try leadChange(call)
    guard change.email != nil || change.externalID != nil else {
      throw .invalidRequest("an upsert needs external_id or email to match by")
    }
    return single(ledger.with { $0.leads.upsert(change, at: call.now) }.json, call)
  }

  /// `GET /leads`, oldest change first, strictly later than `updated_after`.
  func listLeads(_ call: Call) throws(Refusal) -> Answer {
    let limit = try limit(call)
    let filter = call.query["updated_after"] ?? ""
    var start = ChangeLog.Position(instant: Instant(milliseconds: .min / 2), number: .max)
    if !filter.isEmpty {
      guard let after = Instant(text: filter) else {
        throw .invalidRequest("updated_after must be an ISO 8601 instant")
      }
      start.instant = after
    }
    if let cursor = try cursor(call, filters: filter) {
      start = .init(
        instant: Instant(milliseconds: cursor.position.0), number: cursor.position.1)
    }
    let found = ledger.with { $0.leads.leads(after: start, limit: limit + 1) }
    let page = found.prefix(limit)
    let next = found.count > limit ? page.last.map(Cursor.init(after:)) : nil
    return list(page.map(\.json), next: next, filters: filter, call)
  }

  private func leadChange(_ call: Call) throws(Refusal) -> LeadChange {
    guard call.isJSON, let body = call.json else {
      throw .invalidRequest("the body must be JSON sent as application/json")
    }
    return try LeadChange(body: body)
  }
}

extension Cursor {
  fileprivate init(after lead: Lead) {
    self.init(position: (lead.updatedAt.milliseconds, lead.number))
  }
}

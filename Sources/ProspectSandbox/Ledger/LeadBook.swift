/// The leads of the workspace, findable by both match keys and in the order of their last change.
struct LeadBook: Sendable {
  private(set) var leads: [Lead] = []
  private(set) var updates = 0
  private var numberByExternalID: [String: Int] = [:]
  private var numberByEmail: [String: Int] = [:]
  private var changes = ChangeLog()

  /// Leads with an e-mail address, each address counted once whatever its case.
  var distinctEmails: Int { numberByEmail.count }

  /// Adds a lead, also when its e-mail exists: creating never merges [contract prospectb2b §8.2].
  mutating func create(_ change: LeadChange, at now: Instant) -> Lead {
    let now = changes.notBeforeLast(now)
    var lead = Lead(number: leads.count, at: now)
    change.apply(to: &lead)
    leads.append(lead)
    index(lead, replacing: nil)
    changes.append(lead.number, at: now)
    return lead
  }

  /// Changes the lead with the same external id, else the one with the same folded e-mail, else
  /// adds one.
  ///
  mutating func upsert(_ change: LeadChange, at now: Instant) -> LeadWrite {
    guard let number = match(change) else {
      return LeadWrite(lead: create(change, at: now), outcome: .created)
    }
    return update(number, change, at: now)
  }

  /// Changes a lead.
  ///
  /// A change that changes nothing leaves `updated_at` alone, so a repeated sync stays quiet.
  mutating func update(_ number: Int, _ change: LeadChange, at now: Instant) -> LeadWrite {
    let before = leads[number]
    var after = before
    change.apply(to: &after)
    guard after != before else { return LeadWrite(lead: before, outcome: .unchanged) }
    let now = changes.notBeforeLast(now)
    after.updatedAt = now
    leads[number] = after
    index(after, replacing: before)
    changes.append(number, at: now)
    updates += 1
    if changes.count > 2 * leads.count + 1024 { changes.compact(keeping: leads) }
    return LeadWrite(lead: after, outcome: .updated)
  }

  /// The number of the lead that an upsert of `change` meets.
  func match(_ change: LeadChange) -> Int? {
    change.externalID.flatMap { numberByExternalID[$0] } ?? change.email.flatMap(number)
  }

  /// The number of the oldest lead with this e-mail address, whatever its case.
  func number(email: String) -> Int? { numberByEmail[MailAddress.folded(email)] }

  func lead(_ id: String) -> Lead? {
    guard let position = Int(id.dropFirst("lead_".count)), leads.indices.contains(position - 1)
    else { return nil }
    let lead = leads[position - 1]
    return lead.id == id ? lead : nil
  }

  /// Up to `limit` leads that follow `position` in the order (updated_at, id).
  func leads(after position: ChangeLog.Position, limit: Int) -> [Lead] {
    changes.numbers(after: position, limit: limit, leads: leads).map { leads[$0] }
  }

  /// Match keys point at the oldest lead that has them, so an upsert always meets the same one.
  private mutating func index(_ lead: Lead, replacing before: Lead?) {
    if before?.externalID != lead.externalID {
      if let old = before?.externalID, numberByExternalID[old] == lead.number {
        numberByExternalID[old] = nil
      }
      if let new = lead.externalID, numberByExternalID[new] == nil {
        numberByExternalID[new] = lead.number
      }
    }
    if before?.email != lead.email {
      let old = before?.email.map(MailAddress.folded)
      if let old, numberByEmail[old] == lead.number { numberByEmail[old] = nil }
      if let new = lead.email.map(MailAddress.folded), numberByEmail[new] == nil {
        numberByEmail[new] = lead.number
      }
    }
  }
}

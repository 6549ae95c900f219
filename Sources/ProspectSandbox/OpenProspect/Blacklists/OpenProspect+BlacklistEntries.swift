import ProspectJSON

extension OpenProspect {
  /// Entries that one call may add [contract openprospect §5.4].
  private static let mostEntries = 10_000

  /// `GET /blacklists/{blacklist_id}/entries`.
  func listEntries(_ call: Call) throws(Refusal) -> Answer {
    let page = try page(call)
    let entries = try blacklist(call).entries
    let items = entries[page.range(in: entries.count)].map(\.json)
    return Answer(page.envelope(items, total: entries.count, saysHasMore: true))
  }

  /// `POST /blacklists/{blacklist_id}/entries`: all of them or none.
  func addEntries(_ call: Call) throws(Refusal) -> Answer {
    let fields = try RequestFields(call)
    guard let sent = try fields.objects("entries", atMost: OpenProspect.mostEntries) else {
      throw fields.invalid("entries", "is required")
    }
    var entries: [BlacklistBook.Entry] = []
    entries.reserveCapacity(sent.count)
    for entry in sent { entries.append(try BlacklistBook.Entry(entry)) }
    let isAdded = ledger.with { state in
      state.blacklists.add(
        entries, to: call.parameter("blacklist_id"), identifiers: ledger.identifiers)
    }
    guard isAdded else { throw .blacklistNotFound }
    return Answer(status: 201, ["added": .integer(entries.count)])
  }

  /// `DELETE /blacklists/{blacklist_id}/entries`: ids in the body; one that is not there is gone
  /// already.
  func removeEntries(_ call: Call) throws(Refusal) -> Answer {
    let fields = try RequestFields(call)
    guard let ids = try fields.texts("entry_ids"), !ids.isEmpty else {
      throw fields.invalid("entry_ids", "must contain at least one value")
    }
    let isRemoved = ledger.with { state in
      state.blacklists.remove(Set(ids), from: call.parameter("blacklist_id"))
    }
    guard isRemoved else { throw .blacklistNotFound }
    return .noContent
  }
}

extension BlacklistBook.Entry {
  /// - Throws: 422 unless at least one of the fields holds something.
  fileprivate init(_ fields: RequestFields) throws(Refusal) {
    self.init(
      externalID: try fields.text("external_id", nullable: true),
      website: try fields.text("website_url", nullable: true),
      companyName: try fields.text("company_name", nullable: true),
      city: try fields.text("city", nullable: true))
    guard [externalID, website, companyName, city].contains(where: { $0?.isEmpty == false }) else {
      throw fields.invalid("company_name", "or another field is required")
    }
  }

  fileprivate var json: JSON {
    [
      "id": .string(id), "external_id": .optional(externalID), "website_url": .optional(website),
      "company_name": .optional(companyName), "city": .optional(city),
    ]
  }
}

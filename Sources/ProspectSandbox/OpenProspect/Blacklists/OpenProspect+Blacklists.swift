import ProspectJSON

extension OpenProspect {
  /// `GET /blacklists` [contract openprospect §5.4].
  func listBlacklists(_ call: Call) throws(Refusal) -> Answer {
    let page = try page(call)
    let lists = ledger.with { $0.blacklists.blacklists }
    let items = lists[page.range(in: lists.count)].map(\.json)
    return Answer(page.envelope(items, total: lists.count, saysHasMore: true))
  }

  /// `POST /blacklists`; a name may be used twice, for nothing says that it may not.
  func createBlacklist(_ call: Call) throws(Refusal) -> Answer {
    let fields = try RequestFields(call)
    let name = try fields.requiredText("name")
    let description = try fields.text("description", nullable: true)
    let list = ledger.with { state in
      state.blacklists.create(
        name: name, description: description, identifiers: ledger.identifiers)
    }
    return Answer(status: 201, list.json)
  }

  /// `GET /blacklists/{blacklist_id}`.
  func getBlacklist(_ call: Call) throws(Refusal) -> Answer { Answer(try blacklist(call).json) }

  /// `PATCH /blacklists/{blacklist_id}`: what is not sent stays.
  func updateBlacklist(_ call: Call) throws(Refusal) -> Answer {
    let fields = try RequestFields(call)
    guard fields["name"] != nil || fields["description"] != nil else {
      throw fields.invalid("body", "must hold name or description")
    }
    let name = fields["name"] == nil ? nil : try fields.requiredText("name")
    let description = try fields.text("description", nullable: true)
    let changed = ledger.with { state in
      state.blacklists.update(call.parameter("blacklist_id")) { list in
        if let name { list.name = name }
        if fields["description"] != nil { list.description = description }
      }
    }
    guard let changed else { throw .blacklistNotFound }
    return Answer(changed.json)
  }

  /// `DELETE /blacklists/{blacklist_id}`; searches that it is attached to lose it.
  func deleteBlacklist(_ call: Call) throws(Refusal) -> Answer {
    guard ledger.with({ $0.blacklists.delete(call.parameter("blacklist_id")) }) else {
      throw .blacklistNotFound
    }
    return .noContent
  }

  /// - Throws: 404 for a list that the key cannot see.
  func blacklist(_ call: Call) throws(Refusal) -> BlacklistBook.Blacklist {
    let id = call.parameter("blacklist_id")
    guard let list = ledger.with({ $0.blacklists.blacklist(id) }) else { throw .blacklistNotFound }
    return list
  }
}

extension Refusal {
  static let blacklistNotFound = Refusal(
    404, "BLACKLIST_NOT_FOUND", "No such blacklist for this key.")
}

extension BlacklistBook.Blacklist {
  var json: JSON {
    ["id": .string(id), "name": .string(name), "description": .optional(description)]
  }
}

import ProspectJSON

extension OpenProspect {
  /// `GET /prospect-searches/{prospect_search_id}/blacklists`.
  func listAttachedBlacklists(_ call: Call) throws(Refusal) -> Answer {
    let number = try searchNumber(call.parameter("prospect_search_id"))
    let lists = ledger.with { $0.blacklists.attached(toSearch: number) }
    return Answer(["items": .array(lists.map(\.json))])
  }

  /// `PUT /prospect-searches/{prospect_search_id}/blacklists`: replaces the whole set.
  func attachBlacklists(_ call: Call) throws(Refusal) -> Answer {
    let fields = try RequestFields(call)
    guard let ids = try fields.texts("blacklist_ids") else {
      throw fields.invalid("blacklist_ids", "is required")
    }
    guard Set(ids).count == ids.count else {
      throw fields.invalid("blacklist_ids", "must not repeat an id")
    }
    let number = try searchNumber(call.parameter("prospect_search_id"))
    return try ledger.with { state throws(Refusal) in
      guard ids.allSatisfy({ state.blacklists.blacklist($0) != nil }) else {
        throw .blacklistNotFound
      }
      state.blacklists.attach(ids, toSearch: number)
      return Answer(["items": .array(state.blacklists.attached(toSearch: number).map(\.json))])
    }
  }
}

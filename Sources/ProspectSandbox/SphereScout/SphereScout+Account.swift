import ProspectJSON

extension SphereScout {
  /// `GET /user/profile`: the account with its remaining credits [seed 004].
  func profile(_ call: Call) throws(Refusal) -> Answer {
    let spent = ledger.with { $0.exports.spentCredits(at: call.now) }
    return Answer([
      "id": 41, "email": "ops@sandbox.example", "first_name": "Odile", "last_name": "Perrin",
      "plan": "growth", "credits": .integer(ledger.grantedCredits - spent),
    ])
  }

  /// `GET /user/search-history`: all past exports, newest first [seed 004].
  func searchHistory(_ call: Call) throws(Refusal) -> Answer {
    let exports = ledger.with { $0.exports.exports }
    return Answer(.array(exports.reversed().map { $0.history(call) }))
  }
}

extension ExportBook.Export {
  /// One entry; its `id` is neither the search's nor the task's [contract spherescout §8].
  fileprivate func history(_ call: Call) -> JSON {
    let phase = timeline.phase(at: call.now)
    let expires = timeline.finishedAt + ExportBook.linkLife
    return [
      "id": .integer(number), "search_id": .string(search.id), "task_id": .string(taskID),
      "created_at": .string(timeline.createdAt.wholeSecondsText),
      "total_count": .integer(search.count), "status": .string(phase.exportStatus),
      "download_url": phase == .succeeded ? .string(link(call.origin)) : .null,
      "expires_at": phase == .succeeded ? .string(expires.wholeSecondsText) : .null,
      "filters": .object(search.filters),
    ]
  }
}

extension ExportBook.Search {
  /// The filters as they were sent; `countries` is a list.
  var filters: JSONObject {
    var filters = JSONObject()
    for item in parameters where item.name != "countries" {
      filters[item.name] = .string(item.value)
    }
    let countries = parameters.filter { $0.name == "countries" }.map(\.value)
    if !countries.isEmpty { filters["countries"] = .strings(countries) }
    return filters
  }
}

import ProspectJSON

extension SphereScout {
  private static let historyPageSize = 50

  /// `GET /user/search-history`: all past exports, newest first [seed 004, contract spherescout §8].
  func listHistory(_ call: Call) throws(Refusal) -> Answer {
    let page = try number("page", call.query) ?? 1
    var exports = ledger.with { $0.exports.exports }
    if readings.hidesDeltas { exports.removeAll { $0.order.base != nil } }
    if !readings.listsOldestFirst { exports.reverse() }
    if readings.historyForm == .wholeArray {
      return Answer(.array(exports.map { entry($0, call) }))
    }
    let rows = exports.dropFirst((page - 1) * SphereScout.historyPageSize)
      .prefix(SphereScout.historyPageSize).map { entry($0, call) }
    guard readings.historyForm == .results else { return Answer(.array(rows)) }
    try checkPage(page, isEmpty: rows.isEmpty)
    var body: JSONObject = ["count": .integer(exports.count)]
    addLinks(
      to: &body, call, page: page, isLast: page * SphereScout.historyPageSize >= exports.count)
    body["results"] = .array(rows)
    return Answer(.object(body))
  }

  /// `GET /user/search-history/{id}/freshness`: how many contacts are new since an export; free.
  func freshness(_ call: Call) throws(Refusal) -> Answer {
    let (entry, last) = try lastExport(call)
    let count = ledger.directory.count(
      matching: entry.search.filter, in: newContacts(since: last, call))
    var body: JSONObject = ["id": opaque(entry.number), "has_new": .bool(count > 0)]
    if !readings.omitsNewCount { body["new_count"] = .integer(count) }
    let exportedAt = min(last.timeline.finishedAt, call.now)
    body["last_exported_at"] = .string(exportedAt.wholeSecondsText)
    return Answer(.object(body))
  }

  /// The history entry of a path, and the export from which on contacts are new for it.
  func lastExport(
    _ call: Call
  ) throws(Refusal) -> (entry: ExportBook.Export, last: ExportBook.Export) {
    let found = ledger.with { state in
      Int(call.parameter("id")).flatMap { state.exports.export(number: $0) }.map { entry in
        (
          entry,
          state.exports.lastExport(
            of: entry, countsDeltas: !readings.measuresFromEntry, at: call.now)
        )
      }
    }
    guard let found else { throw .noSuchObject }
    return found
  }

  /// The contacts that appeared after an export looked.
  func newContacts(since export: ExportBook.Export, _ call: Call) -> Range<Int> {
    let now = ledger.contacts(at: call.now)
    return min(export.contacts.upperBound, now.upperBound)..<now.upperBound
  }

  /// One entry; its `id` is neither the search's nor the task's [contract spherescout §8].
  private func entry(_ export: ExportBook.Export, _ call: Call) -> JSON {
    let phase = export.timeline.phase(at: call.now)
    let isReady = phase == .succeeded
    let isThere = isReady && call.now < export.expiresAt
    return [
      "id": opaque(export.number), "search_id": .string(export.search.id),
      "task_id": .string(export.taskID),
      "created_at": .string(export.timeline.createdAt.wholeSecondsText),
      "total_count": .integer(export.rowCount), "status": .string(phase.exportStatus),
      "download_url": isThere ? .string(export.link(call.origin)) : .null,
      "expires_at": isReady ? .string(export.expiresAt.wholeSecondsText) : .null,
      "filters": .object(export.search.filters),
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

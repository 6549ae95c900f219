import ProspectJSON

extension SphereScoutVariant {
  /// Job ids of this surface are numbers that begin here; they are called `search_id`.
  private static let firstID = 7_000

  /// `GET /download-csv/`: enqueues an export straight from filters and charges it at once.
  func startExport(_ call: Call) throws(Refusal) -> Answer {
    let filter = try scout.filter(call.query)
    let format = try scout.format(call.query)
    let search = scout.remember(filter, call, isFirstPage: true)
    try scout.checkRows(search.count)
    let export = try scout.enqueue(
      ExportBook.Order(
        search: search, contacts: search.contacts, rowCount: search.count, price: search.count,
        format: format), call)
    let id = SphereScoutVariant.firstID + export.number
    return Answer([
      "status": "processing",
      "search_id": scout.readings.numbersVariantJobs ? .integer(id) : .string(String(id)),
      "lead_count": .integer(export.rowCount),
    ])
  }

  /// `GET /download-status/{search_id}/`: no link here, and other words than on the main host.
  func exportStatus(_ call: Call) throws(Refusal) -> Answer {
    let word =
      switch try export(call).timeline.phase(at: call.now) {
      case .waiting, .running: "processing"
      case .succeeded: "completed"
      case .failed: "failed"
      }
    return Answer(["status": .string(word)])
  }

  /// `GET /download-completed-csv/{search_id}/`: where the file is, once it is there.
  func exportLink(_ call: Call) throws(Refusal) -> Answer {
    let export = try export(call)
    guard export.timeline.phase(at: call.now) == .succeeded else { throw .noSuchObject }
    return Answer(["download_url": .string(export.link(call.origin))])
  }

  private func export(_ call: Call) throws(Refusal) -> ExportBook.Export {
    let number = Int(call.parameter("search_id")).map { $0 - SphereScoutVariant.firstID }
    guard let number, let export = ledger.with({ $0.exports.export(number: number) }) else {
      throw .noSuchObject
    }
    return export
  }
}

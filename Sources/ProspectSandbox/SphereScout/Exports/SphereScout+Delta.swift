import HTTPTypes
import ProspectJSON

extension SphereScout {
  /// `GET /user/search-history/{id}/download-delta`: exports the contacts that are new since an
  /// earlier export, and charges these only [contract spherescout §8].
  func startDelta(_ call: Call) throws(Refusal) -> Answer {
    let (entry, last) = try lastExport(call)
    let filter = entry.search.filter
    let contacts = newContacts(since: last, call)
    let count = ledger.directory.count(matching: filter, in: contacts)
    guard count > 0 else { return nothingNew(filter, contacts) }
    let export = try enqueue(
      ExportBook.Order(
        search: entry.search, contacts: contacts, rowCount: count,
        price: deltaPrice(count, filter, call), base: entry.number),
      call, isImmediate: readings.deltaForm != .task)
    switch readings.deltaForm {
    case .task:
      return Answer([
        "task_id": .string(export.taskID), "status": "pending", "new_count": .integer(count),
      ])
    case .link:
      return Answer([
        "status": "ready", "new_count": .integer(count),
        "download_url": .string(export.link(call.origin)),
      ])
    case .file:
      return FileHost(ledger: ledger).send(export, range: nil)
    }
  }

  private func deltaPrice(_ count: Int, _ filter: ContactFilter, _ call: Call) -> Int {
    switch readings.deltaPrice {
    case .newRows: count
    case .nothing: 0
    case .allRows: ledger.directory.count(matching: filter, in: ledger.contacts(at: call.now))
    }
  }

  /// No job, no charge; as a file, the header alone.
  private func nothingNew(_ filter: ContactFilter, _ contacts: Range<Int>) -> Answer {
    switch readings.deltaForm {
    case .task: return Answer(["task_id": .null, "new_count": 0])
    case .link: return Answer(["new_count": 0])
    case .file:
      let file = ContactFile(
        directory: ledger.directory, filter: filter, contacts: contacts, style: readings.fileStyle)
      return Answer(
        status: 200, headers: [(.contentType, ContactFile.Format.csv.mediaType)],
        body: .bytes(file.header))
    }
  }
}

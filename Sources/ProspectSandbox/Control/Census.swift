/// Who was exported and delivered, each contact counted once: what a CRM should hold afterwards.
///
/// A contact is its folded first e-mail address; one without an address is counted by itself.
/// Nothing is collected while requests are served: exports and deliveries are drawn again.
struct Census: Sendable {
  /// Rows of all exports, repetitions included.
  private(set) var exportedRows = 0
  private(set) var exported: Set<String> = []
  private(set) var delivered: Set<String> = []

  /// Everybody: the number of leads after a sync that took every row.
  var everybody: Set<String> { exported.union(delivered) }

  /// Those among `people` who have an address, which is what an e-mail sync can reach.
  static func withAddress(_ people: Set<String>) -> Set<String> {
    people.filter { $0.contains("@") }
  }

  init(_ state: LedgerState, ledger: Ledger, now: Instant) {
    for export in state.exports.exports
    where export.timeline.phase(at: now) == .succeeded && export.downloads > 0 {
      for contact in ledger.directory.indexes(
        matching: export.search.filter, in: export.contacts)
      {
        exportedRows += 1
        exported.insert(ledger.directory.identity(contact) ?? "spherescout:\(contact + 1)")
      }
    }
    // Under one reading of the contract companies come without people.
    if ledger.configuration.readings.openProspect.deliversNoProspects { return }
    for (search, positions) in state.deliveries.served {
      for position in positions {
        for person in ledger.catalog.delivery(position, ofSearch: search).prospects {
          delivered.insert(person.identity)
        }
      }
    }
  }
}

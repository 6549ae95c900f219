/// Exports of leads, whose files stay inside the product [contract prospectb2b §8.4].
struct LeadExportBook: Sendable {
  struct Plan: Sendable {
    let format: String
    let fields: [String]
    let updatedAfter: Instant?
    let status: String?
  }

  struct Export: Sendable {
    let number: Int
    let id: String
    let plan: Plan
    var job = 0
    /// Known once the file exists.
    var rowCount: Int?
    var byteCount: Int?
  }

  private(set) var exports: [Export] = []
  private var numberByID: [String: Int] = [:]

  subscript(number: Int) -> Export {
    get { exports[number] }
    set { exports[number] = newValue }
  }

  func find(_ id: String) -> Export? { numberByID[id].map { exports[$0] } }

  mutating func add(_ plan: Plan, identifiers: Identifiers) -> Export {
    let number = exports.count
    let export = Export(
      number: number, id: "exp_" + identifiers.ordered("lead_export", number), plan: plan)
    exports.append(export)
    numberByID[export.id] = number
    return export
  }
}

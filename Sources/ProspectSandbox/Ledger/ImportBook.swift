import ProspectJSON

/// Batches of leads that are written row by row [contract prospectb2b §8.3].
struct ImportBook: Sendable {
  /// What a row turned out to be when the import was opened.
  enum Row: Sendable {
    case write(LeadChange)
    case refused(RowError)
  }

  struct RowError: Sendable {
    let field: String?
    let code: String
    let message: String
    let rawValue: JSON
  }

  struct Import: Sendable {
    let number: Int
    let id: String
    let name: String?
    let mode: LeadWriteMode
    let mapping: JSONObject
    let rows: [Row]
    var job = 0
    var created = 0
    var updated = 0
    /// Position of the row, from 0, and what is wrong with it, in the order of the rows.
    var errors: [(row: Int, error: RowError, at: Instant)] = []
  }

  private(set) var imports: [Import] = []
  private var numberByID: [String: Int] = [:]

  subscript(number: Int) -> Import {
    get { imports[number] }
    set { imports[number] = newValue }
  }

  func find(_ id: String) -> Import? { numberByID[id].map { imports[$0] } }

  mutating func add(
    name: String?, mode: LeadWriteMode, mapping: JSONObject, rows: [Row], identifiers: Identifiers
  ) -> Import {
    let number = imports.count
    let added = Import(
      number: number, id: "imp_" + identifiers.ordered("import", number), name: name, mode: mode,
      mapping: mapping, rows: rows)
    imports.append(added)
    numberByID[added.id] = number
    return added
  }
}

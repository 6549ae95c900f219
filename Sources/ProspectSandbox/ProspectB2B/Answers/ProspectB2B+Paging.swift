import ProspectJSON

extension ProspectB2B {
  /// How many rows a list was asked for: 1 to 100 [contract prospectb2b §4].
  func limit(_ call: Call) throws(Refusal) -> Int {
    guard let text = call.query["limit"] else { return readings.defaultLimit }
    guard var limit = Int(text) else { throw .invalidRequest("limit must be an integer") }
    if readings.clampsLimit { limit = min(max(limit, 1), 100) }
    guard (1...100).contains(limit) else {
      throw .invalidRequest("limit must be an integer from 1 to 100", field: "limit")
    }
    return limit
  }

  /// Where the page begins; nil for the first one.
  func cursor(_ call: Call, filters: String = "") throws(Refusal) -> Cursor? {
    guard let text = call.query["cursor"], !text.isEmpty else { return nil }
    return try Cursor(
      text, list: "\(call.path)?\(filters)", at: call.now, seed: ledger.identifiers.seed,
      life: readings.cursorLife)
  }

  /// A page in its envelope; `next` is nil on the last one [seed 003].
  func list(_ data: [JSON], next: Cursor?, filters: String = "", _ call: Call) -> Answer {
    let text = next?.text(
      list: "\(call.path)?\(filters)", at: call.now, seed: ledger.identifiers.seed)
    var pagination: JSONObject = ["next_cursor": .optional(text), "has_more": .bool(text != nil)]
    if text == nil && readings.lastPageOmitsCursor { pagination["next_cursor"] = nil }
    return Answer([
      "data": .array(data), "pagination": .object(pagination),
      "request_id": .string(call.requestID),
    ])
  }

  /// A page of rows that stand in the order of their numbers, which is that of `created_at` and
  /// `id`.
  ///
  /// The cursor is the number of the last row of the page before: rows that went away since move
  /// nothing.
  func page<Row>(
    of rows: [Row], number: (Row) -> Int, _ call: Call, _ json: (Row) -> JSON
  ) throws(Refusal) -> Answer {
    let limit = try limit(call)
    var rest = (readings.listsDescend ? rows.reversed() : rows)[...]
    if let last = try cursor(call)?.position.1 {
      rest = rest.drop { readings.listsDescend ? number($0) >= last : number($0) <= last }
    }
    let page = rest.prefix(limit)
    let next = rest.count > limit ? page.last.map { Cursor(position: (0, number($0))) } : nil
    return list(page.map(json), next: next, call)
  }

  /// A page of rows whose positions never change.
  func page<Row>(
    of rows: [Row], _ call: Call, _ json: (Int, Row) -> JSON
  ) throws(Refusal) -> Answer {
    try page(of: Array(rows.enumerated()), number: \.offset, call) {
      json($0.offset, $0.element)
    }
  }
}

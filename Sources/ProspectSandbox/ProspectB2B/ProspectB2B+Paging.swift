import ProspectJSON

extension ProspectB2B {
  /// How many rows a list was asked for: 1 to 100, 25 when it is not said [contract prospectb2b
  /// §4].
  func limit(_ call: Call) throws(Refusal) -> Int {
    guard let text = call.query["limit"] else { return 25 }
    guard let limit = Int(text), (1...100).contains(limit) else {
      throw .invalidRequest("limit must be an integer from 1 to 100")
    }
    return limit
  }

  /// Where the page begins; nil for the first one.
  func cursor(_ call: Call, filters: String = "") throws(Refusal) -> Cursor? {
    guard let text = call.query["cursor"], !text.isEmpty else { return nil }
    return try Cursor(
      text, list: "\(call.path)?\(filters)", at: call.now, seed: ledger.identifiers.seed)
  }

  /// A page in its envelope; `next` is nil on the last one [seed 003].
  func list(_ data: [JSON], next: Cursor?, filters: String = "", _ call: Call) -> Answer {
    let text = next?.text(
      list: "\(call.path)?\(filters)", at: call.now, seed: ledger.identifiers.seed)
    return Answer([
      "data": .array(data),
      "pagination": ["next_cursor": .optional(text), "has_more": .bool(text != nil)],
      "request_id": .string(call.requestID),
    ])
  }

  /// A page of a list that only grows, where a place is a number of rows.
  func page<Row>(
    of rows: [Row], _ call: Call, _ json: (Int, Row) -> JSON
  ) throws(Refusal) -> Answer {
    let limit = try limit(call)
    let start = min(try cursor(call)?.position.1 ?? 0, rows.count)
    let end = min(start + limit, rows.count)
    let data = (start..<end).map { json($0, rows[$0]) }
    return list(data, next: end < rows.count ? Cursor(position: (0, end)) : nil, call)
  }
}

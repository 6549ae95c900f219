import ProspectJSON

extension OpenProspect {
  /// Which rows a list was asked for.
  struct Page {
    let limit: Int
    let offset: Int
    /// Rows that came in before those that were read, or went away from there when negative.
    var drift = 0

    func range(in count: Int) -> Range<Int> {
      let first = max(0, min(offset - drift, count))
      return first..<min(first + limit, count)
    }

    /// The envelope of every list; `has_more` is sure on the delivery pull only [contract
    /// openprospect §6].
    func envelope(_ items: [JSON], total: Int, saysHasMore: Bool) -> JSON {
      let total = total + drift
      var body: JSONObject = [
        "items": .array(items), "total": .integer(total), "limit": .integer(limit),
        "offset": .integer(offset),
      ]
      if saysHasMore { body["has_more"] = .bool(offset + items.count < total) }
      return .object(body)
    }
  }

  /// - Throws: 422 for a limit outside 1...100 (unless clamped) or a negative offset.
  func page(_ call: Call) throws(Refusal) -> Page {
    var limit = try integer("limit", in: call) ?? 50
    if readings.clampsLimit { limit = min(max(limit, 1), 100) }
    guard (1...100).contains(limit) else {
      throw .invalid("limit", "must be between 1 and 100", provided: String(limit))
    }
    let offset = try integer("offset", in: call) ?? 0
    guard (0...Int(Int32.max)).contains(offset) else {
      throw .invalid("offset", "must be 0 or more", provided: String(offset))
    }
    let drift = ledger.with { $0.faults.drifts[call.path] ?? 0 }
    return Page(limit: limit, offset: offset, drift: drift)
  }

  private func integer(_ name: String, in call: Call) throws(Refusal) -> Int? {
    guard let text = call.query[name] else { return nil }
    guard let value = Int(text) else {
      throw .invalid(name, "must be an integer", provided: text)
    }
    return value
  }
}

extension Refusal {
  /// 422 with the field that is wrong [contract openprospect §7].
  static func invalid(_ field: String, _ error: String, provided: String? = nil) -> Refusal {
    Refusal(
      422, "VALIDATION_ERROR", "\(field) \(error).",
      details: [
        "field": .string(field),
        "validation_errors": [
          ["field": .string(field), "error": .string(error), "provided": .optional(provided)]
        ],
      ])
  }
}

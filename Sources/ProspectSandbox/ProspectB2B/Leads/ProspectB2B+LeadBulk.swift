import ProspectJSON

extension ProspectB2B {
  /// `POST /leads/bulk`: an outcome for each item, and 200 even when items fail [contract
  /// prospectb2b §8.2].
  func writeLeads(_ call: Call) throws(Refusal) -> Answer {
    let body = try RequestBody(call)
    let mode = try body.word("mode", of: ["create", "upsert"]).flatMap(LeadWriteMode.init)
    let checked = try body.list("leads", most: 100).map { check($0, mode: mode ?? .upsert) }
    if readings.bulkIsAtomic {
      for case .failure(let refusal) in checked { throw refusal }
    }
    let outcomes = ledger.with { state in
      checked.map { item in
        item.map { state.write($0, mode: mode ?? .upsert, at: call.now) }
      }
    }
    return single(bulkResult(outcomes, call), call)
  }

  private func check(_ item: JSON, mode: LeadWriteMode) -> Result<LeadChange, Refusal> {
    do throws(Refusal) {
      let change = try LeadChange(body: item, readings: readings)
      switch mode {
      case .create: try checkNeeds(of: change)
      case .upsert: try ProspectB2B.checkMatchKey(of: change)
      }
      return .success(change)
    } catch {
      return .failure(error)
    }
  }

  private func bulkResult(_ outcomes: [Result<LeadWrite, Refusal>], _ call: Call) -> JSON {
    var counts = (created: 0, updated: 0, failed: 0)
    let items = outcomes.enumerated().map { index, outcome -> JSON in
      switch outcome {
      case .success(let write):
        let isNew = write.outcome == .created
        if isNew { counts.created += 1 } else { counts.updated += 1 }
        return [
          "index": .integer(index), "outcome": isNew ? "created" : "updated",
          "lead": write.lead.json, "error": .null,
        ]
      case .failure(let refusal):
        counts.failed += 1
        return [
          "index": .integer(index), "outcome": "failed", "lead": .null,
          "error": ["code": .string(refusal.code), "message": .string(refusal.message)],
        ]
      }
    }
    return .record(
      "lead_bulk_result", id: "bulk_" + call.requestID.dropFirst("req_".count),
      createdAt: call.now, updatedAt: call.now,
      [
        "created_count": .integer(counts.created), "updated_count": .integer(counts.updated),
        "failed_count": .integer(counts.failed), "items": .array(items),
      ])
  }
}

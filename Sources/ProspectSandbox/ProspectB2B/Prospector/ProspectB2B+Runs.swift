import ProspectJSON

extension ProspectB2B {
  /// `GET /prospector/workflows/{workflow_id}/runs` [seed 003].
  func listRuns(_ call: Call) throws(Refusal) -> Answer {
    let workflow = try workflow(call)
    let runs = ledger.with { $0.workflows.runs.filter { $0.workflowID == workflow.id } }
    return try page(of: runs, call) { _, run in run.json(at: call.now, readings: readings) }
  }

  /// `GET /prospector/runs/{run_id}` [seed 003].
  func getRun(_ call: Call) throws(Refusal) -> Answer {
    single(try run(call).json(at: call.now, readings: readings), call)
  }

  /// `GET /prospector/runs/{run_id}/results`: of an unfinished run, what it has found so far
  /// [contract prospectb2b §8.1].
  func listResults(_ call: Call) throws(Refusal) -> Answer {
    let run = try run(call)
    let isOver = run.timeline.phase(at: call.now) == .succeeded
    let numbers = isOver || !readings.unfinishedResultsAreEmpty ? run.found(at: call.now) : []
    let found = numbers.map { number in
      ledger.with { $0.leads.leads[number] }
    }
    let instant = run.timeline.startedAt.text
    return try page(of: found, call) { position, lead in
      [
        "id": .string("res_" + ledger.identifiers.ordered(run.id, position)),
        "object": "prospector_result", "created_at": .string(instant),
        "updated_at": .string(instant), "lead_id": .string(lead.id),
        "company_name": .string(lead.companyName ?? ""),
      ]
    }
  }

  private func run(_ call: Call) throws(Refusal) -> WorkflowBook.Run {
    let id = call.parameter("run_id")
    guard let run = ledger.with({ $0.workflows.run(id) }) else { throw .notFound("run") }
    return run
  }
}

extension WorkflowBook.Run {
  /// - Parameter readings: the words for a run that has not ended.
  func json(at now: Instant, readings: ProspectB2BReadings = ProspectB2BReadings()) -> JSON {
    [
      "id": .string(id), "object": "prospector_run",
      "created_at": .string(timeline.createdAt.text),
      "updated_at": .string(timeline.lastChange(at: now).text),
      "status": .string(timeline.phase(at: now).word(running: "running", readings)),
      "workflow_id": .string(workflowID),
    ]
  }

  /// Numbers of the leads found by `now`: half of them while it runs, none of a failed run.
  fileprivate func found(at now: Instant) -> [Int] {
    switch timeline.phase(at: now) {
    case .waiting, .failed: []
    case .running: Array(leads.prefix(leads.count / 2))
    case .succeeded: leads
    }
  }
}

extension LeadBook {
  /// What a prospector run finds: up to 250 leads that have a company, one in four from the newest
  /// back.
  var prospectorFinds: [Int] {
    leads.lazy.reversed().filter { $0.companyName != nil }.enumerated().lazy
      .filter { $0.offset % 4 == 0 }.prefix(250).map(\.element.number)
  }
}

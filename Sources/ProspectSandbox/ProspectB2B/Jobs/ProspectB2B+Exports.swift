import ProspectJSON

extension ProspectB2B {
  /// `GET /exports`.
  func listExports(_ call: Call) throws(Refusal) -> Answer {
    let workspace = ledger.with { $0.workspace }
    return try page(of: workspace.exports.exports, number: \.number, call) { found in
      found.json(job: workspace.jobs[found.job], readings: readings)
    }
  }

  /// `POST /exports` [contract prospectb2b §8.4].
  func createExport(_ call: Call) throws(Refusal) -> Answer {
    let plan = try exportPlan(RequestBody(call))
    let number = ledger.with { state in
      let export = state.workspace.exports.add(plan, identifiers: ledger.identifiers)
      let timeline = state.newTimeline(
        .leadExport, at: call.now, scale: ledger.configuration.jobDuration, fate: call.fate)
      state.workspace.exports[export.number].job = state.workspace.jobs.start(
        Job.Subject(kind: .leadExport, number: export.number, id: export.id), timeline: timeline,
        total: 0, hasSteps: false, requestID: call.requestID, identifiers: ledger.identifiers)
      return export.number
    }
    let (export, job) = exportAndJob(number)
    return started(export.json(job: job, readings: readings), call)
  }

  /// `GET /exports/{export_id}`.
  func getExport(_ call: Call) throws(Refusal) -> Answer {
    let (export, job) = try foundExport(call)
    return single(export.json(job: job, readings: readings), call)
  }

  /// `GET /exports/{export_id}/download`: whether the file exists inside the product; there is no
  /// link to give [seed 002].
  func getReadiness(_ call: Call) throws(Refusal) -> Answer {
    let (export, job) = try foundExport(call)
    if readings.unreadyDownloadConflicts && job.phase != .succeeded {
      throw .wrongState("the export has not ended yet")
    }
    return single(export.readiness(job: job, readings: readings), call)
  }

  private func exportPlan(_ body: RequestBody) throws(Refusal) -> LeadExportBook.Plan {
    _ = try body.word("resource", of: ["leads"])
    let fields = try body.texts("fields") ?? LeadFile.usualFields
    if let unknown = fields.first(where: { !LeadFile.knows($0) }) {
      throw .invalidRequest("fields: a lead has no \(unknown)", field: "fields")
    }
    let filters = RequestBody(object: try body.object("filters") ?? JSONObject())
    var after: Instant?
    if let text = try filters.text("updated_after") {
      guard let instant = Instant(text: text) else {
        throw .invalidRequest("filters.updated_after must be an ISO 8601 instant", field: "filters")
      }
      after = instant
    }
    return LeadExportBook.Plan(
      format: try body.word("format", of: ["csv", "json"]) ?? "csv", fields: fields,
      updatedAfter: after, status: try filters.text("status"))
  }

  private func foundExport(_ call: Call) throws(Refusal) -> (LeadExportBook.Export, Job) {
    let id = call.parameter("export_id")
    guard let export = ledger.with({ $0.workspace.exports.find(id) }) else {
      throw .notFound("export")
    }
    return exportAndJob(export.number)
  }

  private func exportAndJob(_ number: Int) -> (LeadExportBook.Export, Job) {
    ledger.with { state in
      let export = state.workspace.exports[number]
      return (export, state.workspace.jobs[export.job])
    }
  }
}

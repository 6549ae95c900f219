import ProspectJSON

extension SphereScout {
  /// `GET /download-csv`: enqueues an export and charges one credit a row, at once [contract
  /// spherescout §6, §9].
  func startExport(_ call: Call) throws(Refusal) -> Answer {
    guard let id = call.query["search_id"], !id.isEmpty else {
      throw Refusal(400, "invalid", "search_id is missing")
    }
    try checkFormat(call.query)
    let export = try ledger.with { state throws(Refusal) in
      guard let search = state.exports.search(id) else { throw .noSuchObject }
      let available = ledger.grantedCredits - state.exports.spentCredits(at: call.now)
      guard search.count <= available else {
        throw .insufficientCredits(required: search.count, available: available)
      }
      let timeline = state.newTimeline(
        .export, at: call.now, scale: ledger.configuration.jobDuration)
      return state.exports.add(search, timeline: timeline, identifiers: ledger.identifiers)
    }
    return Answer(["task_id": .string(export.taskID), "status": "pending"])
  }

  /// `GET /download-status/{task_id}`; a failed job is a 200 too [contract spherescout §6].
  func exportStatus(_ call: Call) throws(Refusal) -> Answer {
    let id = call.parameter("task_id")
    guard let export = ledger.with({ $0.exports.export(task: id) }) else { throw .noSuchObject }
    let phase = export.timeline.phase(at: call.now)
    var body: JSONObject = ["task_id": .string(id), "status": .string(phase.exportStatus)]
    if phase == .succeeded { body["download_url"] = .string(export.link(call.origin)) }
    if phase == .failed { body["error"] = "worker ran out of disk" }
    return Answer(.object(body))
  }

  private func checkFormat(_ query: Query) throws(Refusal) {
    switch query["export_format"] {
    case nil, "csv": return
    case "excel": throw .field("export_format", "the sandbox exports csv only")
    default: throw .field("export_format", "csv or excel is expected")
    }
  }
}

extension ExportBook.Export {
  /// The download link, on the origin by which the client reached the sandbox.
  func link(_ origin: String) -> String { "\(origin)\(FileHost.prefix)/\(fileToken)" }
}

extension JobTimeline.Phase {
  var exportStatus: String {
    switch self {
    case .waiting: "pending"
    case .running: "processing"
    case .succeeded: "ready"
    case .failed: "failed"
    }
  }
}

extension Refusal {
  /// 403 that only `validation_code` tells from other refusals [contract spherescout §9].
  fileprivate static func insufficientCredits(required: Int, available: Int) -> Refusal {
    let message = "balance too small for this export"
    return Refusal(
      403, "insufficient_credits", message,
      details: [
        "validation_code": "insufficient_credits", "required_credits": .integer(required),
        "available_credits": .integer(available), "detail": .string(message),
      ])
  }
}

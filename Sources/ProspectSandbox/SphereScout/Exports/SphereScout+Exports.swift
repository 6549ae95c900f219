import ProspectJSON

extension SphereScout {
  /// `GET /download-csv`: enqueues an export and charges one credit a row, at once [contract
  /// spherescout §6, §9].
  func startExport(_ call: Call) throws(Refusal) -> Answer {
    guard let id = call.query["search_id"], !id.isEmpty else {
      throw Refusal(400, "required", "search_id is missing")
    }
    let format = try format(call.query)
    guard let search = ledger.with({ $0.exports.search(id) }) else { throw .noSuchObject }
    let contacts = ledger.contacts(at: call.now)
    let count = ledger.directory.count(matching: search.filter, in: contacts)
    try checkRows(count)
    let isFree =
      readings.regeneratesForFree
      && ledger.with { $0.exports.hasExpiredFile(of: search, at: call.now) }
    let export = try enqueue(
      ExportBook.Order(
        search: search, contacts: contacts, rowCount: count, price: isFree ? 0 : count,
        format: format), call)
    var body: JSONObject = ["task_id": .string(export.taskID)]
    if !readings.omitsStartedWord { body["status"] = "pending" }
    return Answer(status: readings.exportStartedStatus, .object(body))
  }

  /// `GET /download-status/{task_id}`; a failed job is a 200 too [contract spherescout §6].
  func exportStatus(_ call: Call) throws(Refusal) -> Answer {
    let id = call.parameter("task_id")
    guard let export = ledger.with({ $0.exports.export(task: id) }) else { throw .noSuchObject }
    let phase = export.timeline.phase(at: call.now)
    var body: JSONObject = ["task_id": .string(id), "status": .string(phase.exportStatus)]
    if phase == .succeeded { body["download_url"] = .string(export.link(call.origin)) }
    if phase == .failed { body[readings.exportErrorName] = "worker ran out of disk" }
    return Answer(.object(body))
  }

  /// Charges an order and starts its job.
  ///
  /// - Parameter isImmediate: whether the file is ready at once.
  /// - Throws: 403 when there are too few credits; then nothing is deducted and no job starts.
  func enqueue(
    _ order: ExportBook.Order, _ call: Call, isImmediate: Bool = false
  ) throws(Refusal) -> ExportBook.Export {
    try ledger.with { state throws(Refusal) in
      let available = ledger.grantedCredits - state.exports.spentCredits(at: call.now)
      guard order.price <= available else {
        throw insufficientCredits(required: order.price, available: available)
      }
      let timeline =
        isImmediate
        ? JobTimeline(createdAt: call.now, lasting: .zero, fails: false)
        : state.newTimeline(
          .export, at: call.now, scale: ledger.configuration.jobDuration, fate: call.fate)
      return state.exports.add(order, timeline: timeline, identifiers: ledger.identifiers)
    }
  }

  /// - Throws: 400 for a format that does not exist.
  func format(_ query: Query) throws(Refusal) -> ContactFile.Format {
    guard let word = query["export_format"] else { return .csv }
    guard let format = ContactFile.Format(rawValue: word) else {
      throw .field("export_format", "csv or excel is expected")
    }
    switch readings.exportFormat {
    case .honoured: return format
    case .ignored: return .csv
    case .refused: throw .field("export_format", "cannot be combined with search_id")
    }
  }

  /// - Throws: 400 for more rows than a file may have, when that is the reading.
  func checkRows(_ count: Int) throws(Refusal) {
    guard let most = readings.mostRows, count > most else { return }
    throw Refusal(400, "too_many_rows", "an export has \(most) rows at most, this one \(count)")
  }

  /// 403 that only `validation_code` tells from other refusals [contract spherescout §9].
  private func insufficientCredits(required: Int, available: Int) -> Refusal {
    let message = "balance too small for this export"
    var body: JSONObject = [
      "validation_code": "insufficient_credits", "required_credits": .integer(required),
      "available_credits": .integer(available),
    ]
    body[readings.errorTextName] = .string(message)
    return Refusal(403, "insufficient_credits", message, details: .object(body))
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

import ProspectJSON

extension ProspectB2B {
  /// `GET /imports`.
  func listImports(_ call: Call) throws(Refusal) -> Answer {
    let workspace = ledger.with { $0.workspace }
    return try page(of: workspace.imports.imports, number: \.number, call) { found in
      found.json(job: workspace.jobs[found.job], readings: readings)
    }
  }

  /// `POST /imports`: checks the whole batch, then writes it row by row [contract prospectb2b
  /// §8.3].
  func createImport(_ call: Call) throws(Refusal) -> Answer {
    let request = try ImportRequest(RequestBody(call), readings: readings)
    let number = ledger.with { state in
      let identifiers = ledger.identifiers
      let added = state.workspace.imports.add(
        name: request.name, mode: request.mode, mapping: request.mapping, rows: request.rows,
        identifiers: identifiers)
      let timeline = state.newTimeline(
        .leadImport, at: call.now, scale: ledger.configuration.jobDuration, fate: call.fate)
      state.workspace.imports[added.number].job = state.workspace.jobs.start(
        Job.Subject(kind: .leadImport, number: added.number, id: added.id),
        timeline: request.isUsable || readings.emptyImportCompletes ? timeline : timeline.failing,
        total: request.rows.count, hasSteps: true, requestID: call.requestID,
        identifiers: identifiers)
      return added.number
    }
    return started(importJSON(number), call)
  }

  /// `GET /imports/{import_id}`.
  func getImport(_ call: Call) throws(Refusal) -> Answer {
    single(importJSON(try foundImport(call).number), call)
  }

  /// `GET /imports/{import_id}/errors`: rows that could not be written; the others were.
  func listImportErrors(_ call: Call) throws(Refusal) -> Answer {
    let found = try foundImport(call)
    return try page(of: found.errors, call) { position, entry in
      .record(
        "import_error", id: "ierr_" + ledger.identifiers.ordered(found.id, position),
        createdAt: entry.at, updatedAt: entry.at,
        [
          "import_id": .string(found.id), "row_number": .integer(entry.row + 1),
          "field": .optional(entry.error.field), "code": .string(entry.error.code),
          "message": .string(entry.error.message), "raw_value": entry.error.rawValue,
        ])
    }
  }

  private func importJSON(_ number: Int) -> JSON {
    ledger.with { state in
      let found = state.workspace.imports[number]
      return found.json(job: state.workspace.jobs[found.job], readings: readings)
    }
  }

  private func foundImport(_ call: Call) throws(Refusal) -> ImportBook.Import {
    let id = call.parameter("import_id")
    guard let found = ledger.with({ $0.workspace.imports.find(id) }) else {
      throw .notFound("import")
    }
    return found
  }
}

extension JobTimeline {
  /// The same times, and a failure at their end.
  fileprivate var failing: JobTimeline {
    JobTimeline(
      createdAt: createdAt,
      lasting: .milliseconds(finishedAt.milliseconds - createdAt.milliseconds), fails: true)
  }
}

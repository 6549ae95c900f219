import ProspectJSON

extension ProspectB2B {
  /// `GET /prospector/workflows` [seed 003].
  func listWorkflows(_ call: Call) throws(Refusal) -> Answer {
    // Their positions never change, so a deleted one moves no page.
    let workflows = ledger.with { $0.workflows.workflows }.enumerated().filter {
      !$0.element.isDeleted
    }
    return try page(of: workflows, number: \.offset, call) { $0.element.json }
  }

  /// `POST /prospector/workflows`: the body is mandatory, an empty object will do [seed 003].
  func createWorkflow(_ call: Call) throws(Refusal) -> Answer {
    let body = try RequestBody(call)
    let (name, status) = (try body.text("name"), try body.text("status"))
    let workflow = ledger.with {
      $0.workflows.create(
        name: name ?? "Untitled workflow", status: status ?? "active", at: call.now,
        identifiers: ledger.identifiers)
    }
    return created(workflow.json, call)
  }

  /// `GET /prospector/workflows/{workflow_id}` [seed 003].
  func getWorkflow(_ call: Call) throws(Refusal) -> Answer {
    let id = call.parameter("workflow_id")
    if readings.deletedWorkflowStays, let gone = ledger.with({ $0.workflows.workflow(id) }) {
      return single(gone.json, call)
    }
    return single(try workflow(call).json, call)
  }

  /// `PATCH /prospector/workflows/{workflow_id}`: an empty object changes nothing [seed 003].
  func updateWorkflow(_ call: Call) throws(Refusal) -> Answer {
    let body = try RequestBody(call)
    let (name, status) = (try body.text("name"), try body.text("status"))
    let before = try workflow(call)
    var after = before
    if let name { after.name = name }
    if let status { after.status = status }
    if after != before { after.updatedAt = call.now }
    let changed = after
    ledger.with { $0.workflows.replace(changed) }
    return single(changed.json, call)
  }

  /// `DELETE /prospector/workflows/{workflow_id}`: answers 200 with the workflow [seed 003]; a live
  /// run is a 409 [contract prospectb2b §8.1].
  func deleteWorkflow(_ call: Call) throws(Refusal) -> Answer {
    var workflow = try workflow(call)
    guard !ledger.with({ $0.workflows.hasLiveRun(workflow, at: call.now) }) else {
      throw .wrongState("the workflow has a run that has not ended")
    }
    workflow.isDeleted = true
    workflow.status = "deleted"
    workflow.updatedAt = call.now
    let last = workflow
    ledger.with { $0.workflows.replace(last) }
    return deleted(last.json, call)
  }

  /// `POST /prospector/workflows/{workflow_id}/run`: no body [seed 003]; an archived workflow
  /// answers 409 [contract prospectb2b §8.1].
  func runWorkflow(_ call: Call) throws(Refusal) -> Answer {
    let workflow = try workflow(call)
    guard workflow.status != "archived" else {
      throw .wrongState("an archived workflow cannot run")
    }
    let run = ledger.with { state in
      let timeline = state.newTimeline(
        .run, at: call.now, scale: ledger.configuration.jobDuration, fate: call.fate)
      let run = state.workflows.start(
        workflow, leads: state.leads.prospectorFinds, timeline: timeline,
        identifiers: ledger.identifiers)
      _ = state.workspace.jobs.start(
        Job.Subject(kind: .prospectorRun, number: state.workflows.runs.count - 1, id: run.id),
        timeline: timeline, total: run.leads.count, hasSteps: false, requestID: call.requestID,
        identifiers: ledger.identifiers)
      return run
    }
    return started(run.json(at: call.now, readings: readings), call)
  }

  /// A deleted workflow is not found.
  func workflow(_ call: Call) throws(Refusal) -> WorkflowBook.Workflow {
    let id = call.parameter("workflow_id")
    guard let workflow = ledger.with({ $0.workflows.workflow(id) }), !workflow.isDeleted else {
      throw .notFound("workflow")
    }
    return workflow
  }
}

extension WorkflowBook.Workflow {
  fileprivate var json: JSON {
    .record(
      "prospector_workflow", id: id, createdAt: createdAt, updatedAt: updatedAt,
      ["name": .string(name), "status": .string(status)])
  }
}

import ProspectJSON

extension ProspectB2B {
  /// `GET /prospector/workflows` [seed 003].
  func listWorkflows(_ call: Call) throws(Refusal) -> Answer {
    let workflows = ledger.with { $0.workflows.workflows }
    return try page(of: workflows, call) { _, workflow in workflow.json }
  }

  /// `POST /prospector/workflows`: the body is mandatory, an empty object will do [seed 003].
  func createWorkflow(_ call: Call) throws(Refusal) -> Answer {
    guard call.isJSON, let body = call.json, body.object != nil else {
      throw .invalidRequest("the body must be a JSON object; an empty one will do")
    }
    for name in ["name", "status"] {
      guard let value = body[name], value != .null else { continue }
      guard value.string != nil else { throw .invalidRequest("\(name) must be a string") }
    }
    let workflow = ledger.with {
      $0.workflows.create(
        name: body["name"]?.string ?? "Untitled workflow",
        status: body["status"]?.string ?? "active", at: call.now,
        identifiers: ledger.identifiers)
    }
    return single(workflow.json, call)
  }

  /// `GET /prospector/workflows/{workflow_id}` [seed 003].
  func getWorkflow(_ call: Call) throws(Refusal) -> Answer {
    single(try workflow(call).json, call)
  }

  /// `POST /prospector/workflows/{workflow_id}/run`: no body; an archived workflow answers 409
  /// [seed 003].
  func runWorkflow(_ call: Call) throws(Refusal) -> Answer {
    let workflow = try workflow(call)
    guard workflow.status != "archived" else {
      throw Refusal(409, "resource_conflict", "an archived workflow cannot run")
    }
    let run = ledger.with { state in
      let timeline = state.newTimeline(
        .run, at: call.now, scale: ledger.configuration.jobDuration)
      return state.workflows.start(
        workflow, leads: state.leads.prospectorFinds, timeline: timeline,
        identifiers: ledger.identifiers)
    }
    return single(run.json(at: call.now), call)
  }

  func workflow(_ call: Call) throws(Refusal) -> WorkflowBook.Workflow {
    let id = call.parameter("workflow_id")
    guard let workflow = ledger.with({ $0.workflows.workflow(id) }) else {
      throw .notFound("workflow")
    }
    return workflow
  }
}

extension WorkflowBook.Workflow {
  fileprivate var json: JSON {
    [
      "id": .string(id), "object": "prospector_workflow",
      "created_at": .string(createdAt.text), "updated_at": .string(createdAt.text),
      "name": .string(name), "status": .string(status),
    ]
  }
}

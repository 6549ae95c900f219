import HTTPTypes
import ProspectJSON

/// ProspectB2B's public API v1 [contract prospectb2b].
struct ProspectB2B: SandboxProvider {
  static let name = "prospectb2b"
  static let prefix = "/api/public/v1"
  static let endpoints: [Endpoint<ProspectB2B>] = [
    Endpoint("me", .get, "/me", scopes: ["me.read"], me),
    Endpoint("leads.list", .get, "/leads", scopes: ["leads.read"], listLeads),
    Endpoint("leads.create", .post, "/leads", scopes: ["leads.write"], createLead),
    Endpoint("leads.upsert", .post, "/leads/upsert", scopes: ["leads.write"], upsertLead),
    Endpoint(
      "workflows.list", .get, "/prospector/workflows", scopes: ["prospector.read"],
      listWorkflows),
    Endpoint(
      "workflows.create", .post, "/prospector/workflows", scopes: ["prospector.run"],
      createWorkflow),
    Endpoint(
      "workflows.get", .get, "/prospector/workflows/:workflow_id", scopes: ["prospector.read"],
      getWorkflow),
    Endpoint(
      "workflows.run", .post, "/prospector/workflows/:workflow_id/run",
      scopes: ["prospector.run"], runWorkflow),
    Endpoint(
      "workflows.runs", .get, "/prospector/workflows/:workflow_id/runs",
      scopes: ["prospector.read"], listRuns),
    Endpoint(
      "runs.get", .get, "/prospector/runs/:run_id", scopes: ["prospector.read"], getRun),
    Endpoint(
      "runs.results", .get, "/prospector/runs/:run_id/results", scopes: ["prospector.read"],
      listResults),
  ]

  static let unknownPath = Refusal(404, "not_found", "no such resource")

  let ledger: Ledger

  /// The checks stand in the contract's order: 401, 429, scope, read-only, stored answer, then the
  /// operation with body, 404 and state [contract prospectb2b §6].
  func perform(_ endpoint: Endpoint<Self>, _ call: Call) async throws(Refusal) -> Answer {
    let credential = try authenticate(call)
    let reading = admit(credential.key, at: call.now)
    do throws(Refusal) {
      try refuse(reading)
      try authorize(credential, endpoint)
      var answer = try await performOnce(endpoint, call, key: credential.key)
      answer.headers += reading.headers
      return answer
    } catch {
      var refusal = error
      refusal.headers += reading.headers
      throw refusal
    }
  }

  /// `error` with code, message and details, and the request's id beside it [contract prospectb2b
  /// §6].
  func envelope(_ refusal: Refusal, requestID: String) -> JSON {
    [
      "error": [
        "code": .string(refusal.code), "message": .string(refusal.message),
        "details": refusal.details ?? .null,
      ],
      "request_id": .string(requestID),
    ]
  }

  /// One resource in its envelope [seed 003].
  func single(_ data: JSON, _ call: Call) -> Answer {
    Answer(["data": data, "request_id": .string(call.requestID)])
  }
}

extension Refusal {
  /// 400; the code is the sandbox's own [contract prospectb2b §6].
  static func invalidRequest(_ message: String) -> Refusal {
    Refusal(400, "invalid_request", message)
  }

  static func notFound(_ what: String) -> Refusal {
    Refusal(404, "not_found", "no such \(what) in this workspace")
  }
}

import ProspectJSON

extension ProspectB2B {
  /// `GET /webhooks` [contract prospectb2b §9].
  func listWebhooks(_ call: Call) throws(Refusal) -> Answer {
    let endpoints = ledger.with { $0.workspace.webhooks.endpoints }.filter { !$0.isDeleted }
    return try page(of: endpoints, number: \.number, call) { .object($0.json) }
  }

  /// `POST /webhooks`: the one answer that shows the signing secret; what is stored for a replay
  /// does not have it [contract prospectb2b §9].
  func createWebhook(_ call: Call) throws(Refusal) -> Answer {
    let body = try RequestBody(call)
    guard let url = try address(in: body) else {
      throw .invalidRequest("url is required", field: "url")
    }
    guard let events = try events(in: body) else {
      throw .invalidRequest("events is required", field: "events")
    }
    let (description, isEnabled) = (try body.text("description"), try body.flag("enabled"))
    let endpoint = ledger.with {
      $0.workspace.webhooks.add(
        url: url, events: events, description: description, isEnabled: isEnabled ?? true,
        at: call.now, identifiers: ledger.identifiers)
    }
    var shown = endpoint.json
    shown["signing_secret"] = .string(endpoint.secret)
    var answer = created(.object(shown), call)
    if !readings.replayShowsSecret {
      let stored: JSON = ["data": .object(endpoint.json), "request_id": .string(call.requestID)]
      answer.storedBody = stored.encoded
    }
    return answer
  }

  /// `GET /webhooks/{webhook_id}`.
  func getWebhook(_ call: Call) throws(Refusal) -> Answer {
    single(.object(try webhook(call).json), call)
  }

  /// `PATCH /webhooks/{webhook_id}`.
  func updateWebhook(_ call: Call) throws(Refusal) -> Answer {
    let body = try RequestBody(call)
    guard !body.isEmpty else { throw .invalidRequest("the body must have at least one member") }
    let (url, events) = (try address(in: body), try events(in: body))
    let (description, isEnabled) = (try body.text("description"), try body.flag("enabled"))
    let before = try webhook(call)
    var after = before
    if let url { after.url = url }
    if let events { after.events = events }
    if let isEnabled { after.isEnabled = isEnabled }
    if body.has("description") { after.description = description }
    if after != before { after.updatedAt = call.now }
    let changed = after
    ledger.with { $0.workspace.webhooks[endpoint: changed.number] = changed }
    return single(.object(changed.json), call)
  }

  /// `DELETE /webhooks/{webhook_id}`: answers with the endpoint as it was; nothing more is sent to
  /// it.
  func deleteWebhook(_ call: Call) throws(Refusal) -> Answer {
    let endpoint = try webhook(call)
    let last = ledger.with { state in
      state.workspace.webhooks.delete(endpoint.number, at: call.now)
      return state.workspace.webhooks[endpoint: endpoint.number]
    }
    return deleted(.object(last.json), call)
  }

  func webhook(_ call: Call) throws(Refusal) -> WebhookEndpoint {
    let id = call.parameter("webhook_id")
    guard let endpoint = ledger.with({ $0.workspace.webhooks.endpoint(id) }) else {
      throw .notFound("webhook endpoint")
    }
    return endpoint
  }

  private func address(in body: RequestBody) throws(Refusal) -> String? {
    guard let text = try body.text("url") else { return nil }
    guard WebhookAddress.isValid(text) else {
      throw .invalidRequest("url must be https, or http on loopback", field: "url")
    }
    return text
  }

  private func events(in body: RequestBody) throws(Refusal) -> [String]? {
    guard let names = try body.texts("events") else { return nil }
    guard !names.isEmpty, Set(names).count == names.count else {
      throw .invalidRequest("events must name at least one event, each once", field: "events")
    }
    if let unknown = names.first(where: { WebhookEvent(rawValue: $0) == nil }) {
      throw .invalidRequest("events: there is no event \(unknown)", field: "events")
    }
    return names
  }
}

extension WebhookEndpoint {
  /// What can always be seen: the secret's prefix, never the secret.
  fileprivate var json: JSONObject {
    JSON.record(
      "webhook_endpoint", id: id, createdAt: createdAt, updatedAt: updatedAt,
      [
        "url": .string(url), "events": .strings(events), "enabled": .bool(isEnabled),
        "description": .optional(description), "signing_secret_prefix": .string(secretPrefix),
      ]
    ).object ?? JSONObject()
  }
}

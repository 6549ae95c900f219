import ProspectJSON

extension ProspectB2B {
  /// `GET /webhooks/{webhook_id}/deliveries`: failed ones stay visible [contract prospectb2b §9].
  func listDeliveries(_ call: Call) throws(Refusal) -> Answer {
    let endpoint = try webhook(call)
    let deliveries = ledger.with { $0.workspace.webhooks.deliveries }
      .filter { $0.endpoint == endpoint.number }
    return try page(of: deliveries, number: \.number, call) { $0.json(of: endpoint) }
  }

  /// `POST /webhooks/{webhook_id}/deliveries/{delivery_id}/retry`: sends it again, now.
  func retryDelivery(_ call: Call) throws(Refusal) -> Answer {
    let endpoint = try webhook(call)
    let id = call.parameter("delivery_id")
    return try ledger.with { state throws(Refusal) in
      guard let delivery = state.workspace.webhooks.delivery(id, of: endpoint.number) else {
        throw .notFound("delivery")
      }
      if delivery.isInFlight { throw .wrongState("the delivery is being sent right now") }
      if !endpoint.isEnabled { throw .wrongState("the endpoint is disabled") }
      if readings.succeededStaysSent && delivery.status == .succeeded {
        throw .wrongState("the delivery has arrived already")
      }
      state.workspace.webhooks.retry(delivery.number, at: call.now)
      return single(state.workspace.webhooks.deliveries[delivery.number].json(of: endpoint), call)
    }
  }
}

extension WebhookDelivery {
  func json(of endpoint: WebhookEndpoint) -> JSON {
    .record(
      "webhook_delivery", id: id, createdAt: createdAt, updatedAt: updatedAt,
      [
        "webhook_id": .string(endpoint.id), "event": .string(event),
        "status": .string(status.rawValue), "attempt_count": .integer(attempts),
        "response_status_code": .optional(responseStatus),
        "response_body_snippet": .optional(snippet), "error_message": .optional(errorMessage),
        "last_attempt_at": .optional(lastAttemptAt), "next_attempt_at": .optional(nextAttemptAt),
      ])
  }
}

import ProspectJSON

extension LedgerState {
  /// Sends a snapshot to every endpoint that listens to the event [contract prospectb2b §9].
  ///
  /// - Parameter resource: not made unless somebody listens.
  mutating func emit(_ event: WebhookEvent, _ resource: @autoclosure () -> JSON, at now: Instant) {
    let listeners = workspace.webhooks.endpoints.filter {
      !$0.isDeleted && $0.isEnabled && $0.events.contains(event.rawValue)
    }
    guard !listeners.isEmpty else { return }
    let identifiers = workspace.identifiers
    let id = "evt_" + identifiers.ordered("event", workspace.webhooks.nextEvent())
    let payload: JSON = [
      "id": .string(id), "object": "event", "type": .string(event.rawValue),
      "created_at": .string(now.text), "data": resource(),
    ]
    for listener in listeners {
      workspace.webhooks.enqueue(
        event.rawValue, body: payload.encoded, for: listener.number, at: now,
        identifiers: identifiers)
    }
  }

  /// Writes a lead, tells whoever listens, and keeps the change in its history.
  mutating func write(
    _ change: LeadChange, mode: LeadWriteMode, at now: Instant, isQuiet: Bool = false
  ) -> LeadWrite {
    let write =
      mode == .create
      ? LeadWrite(lead: leads.create(change, at: now), outcome: .created)
      : leads.upsert(change, at: now)
    announce(write, at: now, isQuiet: isQuiet)
    return write
  }

  mutating func announce(_ write: LeadWrite, at now: Instant, isQuiet: Bool = false) {
    if write.outcome == .updated {
      workspace.inbox.record(
        "lead_updated", "The lead was changed.", of: write.lead.number, at: now)
    }
    guard !isQuiet, write.outcome != .unchanged || workspace.readings.quietWritesEmit else {
      return
    }
    emit(write.outcome == .created ? .leadCreated : .leadUpdated, write.lead.json, at: now)
  }
}

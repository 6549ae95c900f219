import ProspectJSON

extension ProspectB2B {
  /// `GET /lead-fields`: the workspace's own fields.
  func listFields(_ call: Call) throws(Refusal) -> Answer {
    try page(of: LeadField.all, call) { number, field in
      let instant = ledger.catalog.start - .seconds(86_400 * (60 - number))
      return .record(
        "lead_field", id: "fld_" + ledger.identifiers.ordered("lead_field", number),
        createdAt: instant, updatedAt: instant,
        [
          "key": .string(field.key), "label": .string(field.label),
          "type": .string(field.type.rawValue), "required": .bool(false),
          "options": .strings(field.options),
        ])
    }
  }

  /// `GET /leads/{lead_id}/activities`, the creation of the lead first.
  func listActivities(_ call: Call) throws(Refusal) -> Answer {
    let lead = try lead(call)
    let creation = InboxBook.Activity(
      type: "lead_created", summary: "The lead was created.", at: lead.createdAt)
    let later = ledger.with { $0.workspace.inbox.activities[lead.number] ?? [] }
    return try page(of: [creation] + later, call) { position, activity in
      .record(
        "lead_activity", id: "act_" + ledger.identifiers.ordered(lead.id, position),
        createdAt: activity.at, updatedAt: activity.at,
        [
          "lead_id": .string(lead.id), "type": .string(activity.type),
          "summary": .string(activity.summary), "occurred_at": .string(activity.at.text),
        ])
    }
  }

  /// `GET /leads/{lead_id}/messages`: what campaigns sent to the lead.
  func listLeadMessages(_ call: Call) throws(Refusal) -> Answer {
    let lead = try lead(call)
    let inbox = ledger.with { $0.workspace.inbox }
    let messages = inbox.messages.filter { $0.lead == lead.number }
    return try page(of: messages, number: \.number, call) { message in
      let thread = inbox.threads[message.thread]
      return .record(
        "lead_message", id: message.id, createdAt: message.at, updatedAt: message.at,
        [
          "lead_id": .string(lead.id), "thread_id": .string(thread.id),
          "direction": .string(message.direction), "channel": .string(thread.channel),
          "subject": .string(thread.subject), "body_text": .string(message.body),
          "sent_at": .string(message.at.text),
        ])
    }
  }
}

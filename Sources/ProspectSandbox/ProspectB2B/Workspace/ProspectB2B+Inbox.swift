import ProspectJSON

extension ProspectB2B {
  /// `GET /inbox/threads` [contract prospectb2b §8.8].
  func listThreads(_ call: Call) throws(Refusal) -> Answer {
    let (threads, leads) = ledger.with { ($0.workspace.inbox.threads, $0.leads.leads) }
    return try page(of: threads, number: \.number, call) { thread in
      thread.json(lead: thread.lead.map { leads[$0] })
    }
  }

  /// `GET /inbox/threads/{thread_id}`.
  func getThread(_ call: Call) throws(Refusal) -> Answer {
    let thread = try thread(call)
    let lead = ledger.with { state in thread.lead.map { state.leads.leads[$0] } }
    return single(thread.json(lead: lead), call)
  }

  /// `GET /inbox/threads/{thread_id}/messages`.
  func listThreadMessages(_ call: Call) throws(Refusal) -> Answer {
    let thread = try thread(call)
    let messages = ledger.with { $0.workspace.inbox.messages }
      .filter { $0.thread == thread.number }
    return try page(of: messages, number: \.number, call) { message in
      .record(
        "inbox_message", id: message.id, createdAt: message.at, updatedAt: message.at,
        [
          "thread_id": .string(thread.id), "direction": .string(message.direction),
          "body_text": .string(message.body), "sent_at": .string(message.at.text),
        ])
    }
  }

  private func thread(_ call: Call) throws(Refusal) -> InboxBook.Thread {
    let id = call.parameter("thread_id")
    guard let thread = ledger.with({ $0.workspace.inbox.thread(id) }) else {
      throw .notFound("thread")
    }
    return thread
  }
}

extension InboxBook.Thread {
  fileprivate func json(lead: Lead?) -> JSON {
    .record(
      "inbox_thread", id: id, createdAt: createdAt, updatedAt: lastMessageAt,
      [
        "lead_id": .optional(lead?.id), "subject": .string(subject), "channel": .string(channel),
        "unread": .bool(isUnread), "last_message_at": .string(lastMessageAt.text),
      ])
  }
}

import ProspectJSON

extension ProspectB2B {
  /// `GET /support/tickets`: they are written elsewhere and only read here [contract prospectb2b
  /// §8.8].
  func listTickets(_ call: Call) throws(Refusal) -> Answer {
    try page(of: tickets, call) { _, ticket in ticket }
  }

  /// `GET /support/tickets/{ticket_id}`.
  func getTicket(_ call: Call) throws(Refusal) -> Answer {
    let id = call.parameter("ticket_id")
    guard let ticket = tickets.first(where: { $0["id"]?.string == id }) else {
      throw .notFound("ticket")
    }
    return single(ticket, call)
  }

  private var tickets: [JSON] {
    let plans: [(subject: String, status: String, priority: String?)] = [
      ("Import stops at row 300", "closed", "high"), ("Invoice address", "resolved", nil),
      ("Webhook deliveries are late", "open", "normal"),
    ]
    return plans.enumerated().map { number, plan in
      let instant = ledger.catalog.start - .seconds(86_400 * (12 - 3 * number))
      return .record(
        "support_ticket", id: "tkt_" + ledger.identifiers.ordered("ticket", number),
        createdAt: instant, updatedAt: instant + .seconds(3600),
        [
          "subject": .string(plan.subject), "status": .string(plan.status),
          "priority": .optional(plan.priority),
          "related_request_id": number == 0
            ? .string("req_" + ledger.identifiers.token("old_request", number)) : .null,
        ])
    }
  }
}

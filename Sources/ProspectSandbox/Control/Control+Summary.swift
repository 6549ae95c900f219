import ProspectJSON

extension Control {
  /// What the summary says; the ledger begins with the same members.
  func numbers(_ call: Call) -> JSONObject {
    let state = ledger.with { $0 }
    let spent = state.exports.spentCredits(at: call.now)
    return [
      "now": .string(call.now.text),
      "seed": .string(String(ledger.configuration.seed)),
      "leads": [
        "total": .integer(state.leads.leads.count), "updates": .integer(state.leads.updates),
        "distinct_emails": .integer(state.leads.distinctEmails),
      ],
      "contacts": contactNumbers(call),
      "credits": [
        "granted": .integer(ledger.grantedCredits), "spent": .integer(spent),
        "left": .integer(ledger.grantedCredits - spent),
      ],
      "jobs": [
        "exports": .integer(state.exports.exports.count),
        "runs": .integer(state.workflows.runs.count),
        "profile_creations": .integer(state.profiles.creations.count),
        "orders": .integer(state.orders.orders.count),
      ],
      "deliveries": [
        "companies_served": .integer(state.deliveries.distinct),
        "rows_served": .integer(state.deliveries.total),
      ],
      "searches": .integer(state.exports.searchCount),
      "idempotency_keys": .integer(state.idempotency.count),
      "calls": callNumbers(state.counts),
      "faults": faultNumbers(state.faults),
    ]
  }

  /// `distinct` is what the CRM should hold after a sync of everything; `distinct_emails` counts
  /// those of them who have an address. `exported` looks at exports whose file was fetched.
  private func contactNumbers(_ call: Call) -> JSON {
    let census = census(at: call.now)
    let everybody = census.everybody
    return [
      "exported_rows": .integer(census.exportedRows),
      "exported_distinct": .integer(census.exported.count),
      "delivered_distinct": .integer(census.delivered.count),
      "distinct": .integer(everybody.count),
      "distinct_emails": .integer(Census.withAddress(everybody).count),
    ]
  }

  private func callNumbers(_ counts: CallCounts) -> JSON {
    let members = counts.byOperation.sorted { $0.key < $1.key }.map { name, count in
      JSONObject.Member(
        name: name,
        value: [
          "calls": .integer(count.calls), "succeeded": .integer(count.succeeded),
          "refused": .integer(count.refused), "replayed": .integer(count.replayed),
        ])
    }
    return .object(JSONObject(members))
  }
}

import ProspectJSON

extension ProspectB2B {
  /// `GET /billing/subscription` [contract prospectb2b §8.7].
  func subscription(_ call: Call) throws(Refusal) -> Answer {
    let since = ledger.catalog.start - .seconds(86_400 * 200)
    return single(
      .record(
        "billing_subscription", id: "sub_01", createdAt: since, updatedAt: since,
        ["status": "active", "plan": "growth"]), call)
  }

  /// `GET /billing/usage`: the counters' names are not documented [contract prospectb2b §8.7].
  func usage(_ call: Call) throws(Refusal) -> Answer {
    let counters: JSON = ledger.with { state in
      [
        "leads": .integer(state.leads.leads.count),
        "emails_sent": .integer(state.workspace.campaigns.runs.reduce(0) { $0 + $1.sent }),
        "trial_days_left": 0,
      ]
    }
    let since = ledger.catalog.start - .seconds(86_400 * 200)
    return single(
      .record(
        "billing_usage", id: "usg_01", createdAt: since, updatedAt: call.now,
        ["active_trial": false, "usage": counters]), call)
  }

  /// `GET /settings`: a snapshot of the workspace's settings [contract prospectb2b §8.8].
  func settings(_ call: Call) throws(Refusal) -> Answer {
    let since = ledger.catalog.start
    return single(
      .record(
        "workspace_settings", id: "set_01", createdAt: since, updatedAt: since,
        [
          "timezone": "Europe/Paris", "locale": "en-GB",
          "settings": ["week_starts_on": "monday", "duplicates": "allowed"],
        ]), call)
  }
}

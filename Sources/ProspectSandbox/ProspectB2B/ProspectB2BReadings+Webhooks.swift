extension ProspectB2BReadings {
  /// Events, deliveries and their secrets.
  static let webhookSwitches: [SandboxSwitch] = [
    SandboxSwitch(
      "prospectb2b.webhook_retry_trigger", "Which failed deliveries are sent again.",
      source: "contract prospectb2b §9, §11", \.prospectB2B.keepsClientErrors,
      ["any_non_2xx": false, "timeouts_and_5xx": true]),
    SandboxSwitch(
      "prospectb2b.webhook_replay_secret",
      "Whether a replayed registration shows the signing secret again.",
      source: "contract prospectb2b §9", \.prospectB2B.replayShowsSecret,
      ["omitted": false, "repeated": true]),
    SandboxSwitch(
      "prospectb2b.retry_of_succeeded_delivery",
      "Whether a delivery that arrived can be sent again by hand.",
      source: "contract prospectb2b §9", \.prospectB2B.succeededStaysSent,
      ["sent_again": false, "refused": true]),
    SandboxSwitch(
      "prospectb2b.write_without_change", "Whether a write that changes nothing emits an event.",
      source: "contract prospectb2b §9", \.prospectB2B.quietWritesEmit,
      ["silent": false, "emits": true]),
    SandboxSwitch(
      "prospectb2b.import_lead_events", "Whether an import emits an event for each written row.",
      source: "contract prospectb2b §9", \.prospectB2B.importsAreQuiet,
      ["per_row": false, "outcome_only": true]),
  ]
}

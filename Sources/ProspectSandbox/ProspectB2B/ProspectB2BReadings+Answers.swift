extension ProspectB2BReadings {
  /// Statuses, envelopes, headers and the checks before an operation.
  static let answerSwitches: [SandboxSwitch] = [
    SandboxSwitch(
      "prospectb2b.creation_status", "The status of an answer that creates a record.",
      source: "contract prospectb2b §1", \.prospectB2B.creationStatus, ["200": 200, "201": 201]),
    SandboxSwitch(
      "prospectb2b.job_start_status", "The status of an answer that starts a job.",
      source: "contract prospectb2b §1", \.prospectB2B.jobStartStatus, ["200": 200, "202": 202]),
    SandboxSwitch(
      "prospectb2b.deletion_answer", "What a deletion answers: the envelope, or 204 and nothing.",
      source: "contract prospectb2b §1, §8.1", \.prospectB2B.deletionIsEmpty,
      ["envelope": false, "empty": true]),
    SandboxSwitch(
      "prospectb2b.error_envelope", "Where an error answer has its members.",
      source: "contract prospectb2b §6, §11", \.prospectB2B.errorEnvelope,
      [
        "nested": .nested, "request_id_in_both": .repeated, "request_id_inside": .inside,
        "flat": .flat,
      ]),
    SandboxSwitch(
      "prospectb2b.invalid_request_status", "The status of a body or a parameter that is wrong.",
      source: "contract prospectb2b §6", \.prospectB2B.invalidRequestStatus,
      ["400": 400, "422": 422]),
    SandboxSwitch(
      "prospectb2b.wrong_state_status", "The status of a change that a record's state forbids.",
      source: "contract prospectb2b §6", \.prospectB2B.wrongStateStatus,
      ["409": 409, "422": 422]),
    SandboxSwitch(
      "prospectb2b.read_only_check", "When a read-only key's write is refused.",
      source: "contract prospectb2b §6", \.prospectB2B.readOnlyComesFirst,
      ["after_scope": false, "before_scope": true]),
    SandboxSwitch(
      "prospectb2b.read_only_code", "The code of the 403 that a read-only key gets for a write.",
      source: "contract prospectb2b §6", \.prospectB2B.readOnlyCode,
      [
        "read_only": "read_only", "membership_permission_denied": "membership_permission_denied",
      ]),
    SandboxSwitch(
      "prospectb2b.rate_limit_headers", "How the headers are called that tell the quota.",
      source: "contract prospectb2b §7, §11", \.prospectB2B.rateLimitHeaders,
      ["x_ratelimit": .prefixed, "ratelimit": .plain, "omitted": .none]),
    SandboxSwitch(
      "prospectb2b.retry_after", "How a 429 says how long to wait.",
      source: "contract prospectb2b §7, §11", \.prospectB2B.retryAfter,
      ["seconds": .seconds, "http_date": .date, "omitted": .omitted]),
    SandboxSwitch(
      "prospectb2b.replay_header", "Whether a replay says Idempotent-Replayed.",
      source: "contract prospectb2b §5", \.prospectB2B.replaysAreSilent,
      ["present": false, "omitted": true]),
    SandboxSwitch(
      "prospectb2b.stored_answers", "Which answers an Idempotency-Key is bound to.",
      source: "contract prospectb2b §5", \.prospectB2B.storesRefusals,
      ["successes": false, "all": true]),
    SandboxSwitch(
      "prospectb2b.idempotency_of_changes", "What an Idempotency-Key on PATCH and DELETE does.",
      source: "contract prospectb2b §5", \.prospectB2B.keysCoverChanges,
      ["ignored": false, "honoured": true]),
    SandboxSwitch(
      "prospectb2b.webhook_read_scope", "The scope that reading webhook endpoints needs.",
      source: "contract prospectb2b §2", \.prospectB2B.webhookReadScope,
      ["webhooks.read": "webhooks.read", "webhooks.write": "webhooks.write"]),
    SandboxSwitch(
      "prospectb2b.import_export_paths", "Whether imports and exports lie under /leads.",
      source: "contract prospectb2b §11", \.prospectB2B.transfersAreUnderLeads,
      ["top_level": false, "under_leads": true]),
  ]
}

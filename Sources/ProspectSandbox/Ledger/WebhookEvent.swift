/// The nine events that endpoints can listen to [contract prospectb2b §9].
enum WebhookEvent: String, Sendable, CaseIterable {
  case leadCreated = "lead.created"
  case leadUpdated = "lead.updated"
  case importCompleted = "import.completed"
  case importFailed = "import.failed"
  case exportCompleted = "export.completed"
  case exportFailed = "export.failed"
  case campaignCreated = "campaign.created"
  case campaignUpdated = "campaign.updated"
  case campaignPublished = "campaign.published"
}

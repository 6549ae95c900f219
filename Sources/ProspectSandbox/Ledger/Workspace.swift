/// What ProspectB2B's workspace holds besides leads and workflows.
struct Workspace: Sendable {
  let identifiers: Identifiers
  let readings: ProspectB2BReadings
  var jobs = JobBook()
  var imports = ImportBook()
  var exports = LeadExportBook()
  var campaigns: CampaignBook
  var inbox: InboxBook
  var webhooks = WebhookBook()

  init(
    start: Instant, workflows: WorkflowBook, readings: ProspectB2BReadings, identifiers: Identifiers
  ) {
    self.identifiers = identifiers
    self.readings = readings
    campaigns = CampaignBook(
      start: start, workflowID: workflows.workflows[1].id, identifiers: identifiers)
    inbox = InboxBook(start: start, identifiers: identifiers)
  }

  /// Whether something may have to be sent soon.
  var awaitsDelivery: Bool {
    webhooks.hasOpenDeliveries || (webhooks.hasEndpoints && jobs.hasOpenJobs)
  }
}

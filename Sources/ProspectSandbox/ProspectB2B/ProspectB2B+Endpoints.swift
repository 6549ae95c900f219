import HTTPTypes

/// The 54 operations by domain [contract prospectb2b §8].
extension ProspectB2B {
  static let leadEndpoints: [Endpoint<Self>] = [
    Endpoint("leads.list", .get, "/leads", scopes: ["leads.read"], listLeads),
    Endpoint("leads.create", .post, "/leads", scopes: ["leads.write"], createLead),
    Endpoint("leads.upsert", .post, "/leads/upsert", scopes: ["leads.write"], upsertLead),
    Endpoint("leads.bulk", .post, "/leads/bulk", scopes: ["leads.write"], writeLeads),
    Endpoint("leads.get", .get, "/leads/:lead_id", scopes: ["leads.read"], getLead),
    Endpoint("leads.update", .patch, "/leads/:lead_id", scopes: ["leads.write"], updateLead),
    Endpoint(
      "leads.activities", .get, "/leads/:lead_id/activities", scopes: ["leads.read"],
      listActivities),
    Endpoint(
      "leads.messages", .get, "/leads/:lead_id/messages", scopes: ["messages.read"],
      listLeadMessages),
    Endpoint("fields.list", .get, "/lead-fields", scopes: ["lead-fields.read"], listFields),
  ]

  /// - Parameter parent: where imports and exports lie; two readings of the same scopes [contract
  ///   prospectb2b §11].
  static func transferEndpoints(under parent: String) -> [Endpoint<Self>] {
    let imports = "\(parent)/imports"
    let exports = "\(parent)/exports"
    return [
      Endpoint("imports.list", .get, imports, scopes: ["leads.import"], listImports),
      Endpoint("imports.create", .post, imports, scopes: ["leads.import"], createImport),
      Endpoint("imports.get", .get, "\(imports)/:import_id", scopes: ["leads.import"], getImport),
      Endpoint(
        "imports.errors", .get, "\(imports)/:import_id/errors", scopes: ["leads.import"],
        listImportErrors),
      Endpoint("exports.list", .get, exports, scopes: ["leads.export"], listExports),
      Endpoint("exports.create", .post, exports, scopes: ["leads.export"], createExport),
      Endpoint("exports.get", .get, "\(exports)/:export_id", scopes: ["leads.export"], getExport),
      Endpoint(
        "exports.download", .get, "\(exports)/:export_id/download", scopes: ["leads.export"],
        getReadiness),
    ]
  }

  static let webhookEndpoints: [Endpoint<Self>] = [
    Endpoint("webhooks.list", .get, "/webhooks", scopes: ["webhooks.read"], listWebhooks),
    Endpoint("webhooks.create", .post, "/webhooks", scopes: ["webhooks.write"], createWebhook),
    Endpoint(
      "webhooks.get", .get, "/webhooks/:webhook_id", scopes: ["webhooks.read"], getWebhook),
    Endpoint(
      "webhooks.update", .patch, "/webhooks/:webhook_id", scopes: ["webhooks.write"],
      updateWebhook),
    Endpoint(
      "webhooks.delete", .delete, "/webhooks/:webhook_id", scopes: ["webhooks.write"],
      deleteWebhook),
    Endpoint(
      "webhooks.deliveries", .get, "/webhooks/:webhook_id/deliveries", scopes: ["webhooks.read"],
      listDeliveries),
    Endpoint(
      "webhooks.retry", .post, "/webhooks/:webhook_id/deliveries/:delivery_id/retry",
      scopes: ["webhooks.write"], retryDelivery),
  ]

  static let campaignEndpoints: [Endpoint<Self>] = [
    Endpoint("campaigns.list", .get, "/campaigns", scopes: ["campaigns.read"], listCampaigns),
    Endpoint("campaigns.create", .post, "/campaigns", scopes: ["campaigns.write"], createCampaign),
    Endpoint(
      "campaigns.get", .get, "/campaigns/:campaign_id", scopes: ["campaigns.read"], getCampaign),
    Endpoint(
      "campaigns.update", .patch, "/campaigns/:campaign_id", scopes: ["campaigns.write"],
      updateCampaign),
    Endpoint(
      "campaigns.publish", .post, "/campaigns/:campaign_id/publish", scopes: ["campaigns.write"],
      publishCampaign),
    Endpoint(
      "campaigns.run", .post, "/campaigns/:campaign_id/run", scopes: ["campaigns.write"],
      runCampaign),
    Endpoint(
      "campaigns.runs", .get, "/campaigns/:campaign_id/runs", scopes: ["campaigns.read"],
      listCampaignRuns),
    Endpoint(
      "campaigns.get_run", .get, "/campaigns/:campaign_id/runs/:run_id",
      scopes: ["campaigns.read"], getCampaignRun),
    Endpoint(
      "campaigns.logs", .get, "/campaigns/:campaign_id/logs", scopes: ["campaigns.read"],
      listCampaignLogs),
  ]

  static let workspaceEndpoints: [Endpoint<Self>] = [
    Endpoint("me", .get, "/me", scopes: ["me.read"], me),
    Endpoint("jobs.list", .get, "/jobs", scopes: ["jobs.read"], listJobs),
    Endpoint("jobs.get", .get, "/jobs/:job_id", scopes: ["jobs.read"], getJob),
    Endpoint(
      "billing.subscription", .get, "/billing/subscription", scopes: ["billing.read"],
      subscription),
    Endpoint("billing.usage", .get, "/billing/usage", scopes: ["billing.read"], usage),
    Endpoint("tickets.list", .get, "/support/tickets", scopes: ["support.read"], listTickets),
    Endpoint(
      "tickets.get", .get, "/support/tickets/:ticket_id", scopes: ["support.read"], getTicket),
    Endpoint("inbox.list", .get, "/inbox/threads", scopes: ["inbox.read"], listThreads),
    Endpoint("inbox.get", .get, "/inbox/threads/:thread_id", scopes: ["inbox.read"], getThread),
    Endpoint(
      "inbox.messages", .get, "/inbox/threads/:thread_id/messages", scopes: ["inbox.read"],
      listThreadMessages),
    Endpoint("settings.get", .get, "/settings", scopes: ["settings.read"], settings),
  ]

  static let prospectorEndpoints: [Endpoint<Self>] = [
    Endpoint(
      "config.get", .get, "/prospector/config", scopes: ["prospector.read"], prospectorConfig),
    Endpoint("runs.get", .get, "/prospector/runs/:run_id", scopes: ["prospector.read"], getRun),
    Endpoint(
      "runs.results", .get, "/prospector/runs/:run_id/results", scopes: ["prospector.read"],
      listResults),
    Endpoint(
      "workflows.list", .get, "/prospector/workflows", scopes: ["prospector.read"],
      listWorkflows),
    Endpoint(
      "workflows.create", .post, "/prospector/workflows", scopes: ["prospector.run"],
      createWorkflow),
    Endpoint(
      "workflows.get", .get, "/prospector/workflows/:workflow_id", scopes: ["prospector.read"],
      getWorkflow),
    Endpoint(
      "workflows.update", .patch, "/prospector/workflows/:workflow_id",
      scopes: ["prospector.run"], updateWorkflow),
    Endpoint(
      "workflows.delete", .delete, "/prospector/workflows/:workflow_id",
      scopes: ["prospector.run"], deleteWorkflow),
    Endpoint(
      "workflows.run", .post, "/prospector/workflows/:workflow_id/run",
      scopes: ["prospector.run"], runWorkflow),
    Endpoint(
      "workflows.runs", .get, "/prospector/workflows/:workflow_id/runs",
      scopes: ["prospector.read"], listRuns),
  ]
}

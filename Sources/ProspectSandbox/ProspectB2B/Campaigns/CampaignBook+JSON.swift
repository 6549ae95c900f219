import ProspectJSON

extension CampaignBook.Campaign {
  var json: JSON {
    .record(
      "campaign", id: id, createdAt: createdAt, updatedAt: updatedAt,
      [
        "status": publishedAt == nil ? "draft" : "published", "enabled": .bool(isEnabled),
        "prospector_workflow_id": .optional(workflowID), "name": .optional(name),
        "published_at": .optional(publishedAt),
      ])
  }
}

extension CampaignBook.Run {
  func json(of campaign: CampaignBook.Campaign, job: Job, readings: ProspectB2BReadings) -> JSON {
    .record(
      "campaign_run", id: id, createdAt: job.timeline.createdAt, updatedAt: job.changedAt,
      [
        "campaign_id": .string(campaign.id), "status": .string(job.status(readings)),
        "job_id": .string(job.id), "sent_count": .integer(sent), "failed_count": .integer(failed),
        "started_at": .optional(job.phase == .waiting ? nil : job.timeline.startedAt),
        "finished_at": .optional(job.isOver ? job.changedAt : nil),
      ])
  }
}

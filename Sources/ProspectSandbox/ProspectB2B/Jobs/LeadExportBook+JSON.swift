import ProspectJSON

extension LeadExportBook.Export {
  /// How long the file stays in the product.
  private static let fileLife = Duration.seconds(7 * 86_400)

  func json(job: Job, readings: ProspectB2BReadings) -> JSON {
    .record(
      "export", id: id, createdAt: job.timeline.createdAt, updatedAt: job.changedAt,
      [
        "status": .string(job.transferStatus(readings)), "resource": "leads",
        "format": .string(plan.format), "row_count": .optional(rowCount),
        "job_id": .string(job.id),
        "completed_at": .optional(job.isOver ? job.changedAt : nil),
        "error_message": .optional(job.phase == .failed ? Job.failureMessage : nil),
        "origin_request_id": .string(job.requestID),
      ])
  }

  /// Never a link: the person fetches the file in the web product [seed 002].
  func readiness(job: Job, readings: ProspectB2BReadings) -> JSON {
    let isReady = job.phase == .succeeded
    let type = plan.format == "csv" ? "text/csv" : "application/json"
    return .record(
      "export_download", id: "dl_" + id.dropFirst("exp_".count),
      createdAt: job.timeline.createdAt, updatedAt: job.changedAt,
      [
        "export_id": .string(id), "status": .string(job.transferStatus(readings)),
        "ready": .bool(isReady),
        "file_name": .optional(isReady ? "leads_\(id).\(plan.format)" : nil),
        "content_type": .optional(isReady ? type : nil),
        "size_bytes": .optional(byteCount), "row_count": .optional(rowCount),
        "expires_at": .optional(
          isReady ? job.changedAt + LeadExportBook.Export.fileLife : nil),
      ])
  }
}

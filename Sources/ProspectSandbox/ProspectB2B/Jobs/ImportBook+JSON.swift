import ProspectJSON

extension ImportBook.Import {
  func json(job: Job, readings: ProspectB2BReadings) -> JSON {
    .record(
      "import", id: id, createdAt: job.timeline.createdAt, updatedAt: job.changedAt,
      [
        "name": .optional(name), "status": .string(job.transferStatus(readings)),
        "mode": .string(mode.rawValue), "mapping": .object(mapping), "job_id": .string(job.id),
        "total_rows": .integer(rows.count),
        "processed_rows": .integer(created + updated + errors.count),
        "created_count": .integer(created), "updated_count": .integer(updated),
        "failed_count": .integer(errors.count),
        "completed_at": .optional(job.isOver ? job.changedAt : nil),
        "origin_request_id": .string(job.requestID),
      ])
  }
}

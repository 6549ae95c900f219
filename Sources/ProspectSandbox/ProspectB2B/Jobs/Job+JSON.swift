import ProspectJSON

extension Job {
  static let failureMessage = "the worker ran out of memory"

  func json(readings: ProspectB2BReadings) -> JSON {
    let hasStarted = phase != .waiting
    return .record(
      "job", id: id, createdAt: timeline.createdAt, updatedAt: changedAt,
      [
        "type": .string(subject.kind.rawValue), "status": .string(status(readings)),
        "resource_type": .string(subject.kind.rawValue), "resource_id": .string(subject.id),
        "progress": ["processed": .integer(processed), "total": .integer(total)],
        "error": phase == .failed
          ? ["code": "job_failed", "message": .string(Job.failureMessage)] : .null,
        "started_at": .optional(hasStarted ? timeline.startedAt : nil),
        "finished_at": .optional(isOver ? changedAt : nil),
        "origin_request_id": .string(requestID),
      ])
  }

  /// The word of a job and of a campaign's run; no enumeration is published [contract prospectb2b
  /// §3].
  func status(_ readings: ProspectB2BReadings) -> String {
    phase.word(running: "running", readings)
  }

  /// The word of an import and of an export [contract prospectb2b §8.3, §8.4].
  func transferStatus(_ readings: ProspectB2BReadings) -> String {
    phase.word(running: "processing", readings)
  }
}

extension JobTimeline.Phase {
  func word(running: String, _ readings: ProspectB2BReadings) -> String {
    switch self {
    case .waiting: readings.usesOtherWords ? "accepted" : "queued"
    case .running: readings.usesOtherWords ? "in_progress" : running
    case .succeeded: "completed"
    case .failed: "failed"
    }
  }
}

import ProspectJSON

extension ProspectB2B {
  /// `GET /jobs`: every job that was started, whatever it works on [contract prospectb2b §8.5].
  func listJobs(_ call: Call) throws(Refusal) -> Answer {
    let jobs = ledger.with { $0.workspace.jobs.jobs }
    return try page(of: jobs, number: \.number, call) { $0.json(readings: readings) }
  }

  /// `GET /jobs/{job_id}`.
  func getJob(_ call: Call) throws(Refusal) -> Answer {
    let id = call.parameter("job_id")
    guard let job = ledger.with({ $0.workspace.jobs.job(id) }) else { throw .notFound("job") }
    return single(job.json(readings: readings), call)
  }
}

/// The life of an asynchronous job as a function of time: nothing has to tick.
struct JobTimeline: Sendable {
  enum Phase: Sendable, Equatable { case waiting, running, succeeded, failed }

  let createdAt: Instant
  let startedAt: Instant
  let finishedAt: Instant
  let fails: Bool

  /// A job that waits for a quarter of its time and runs for the rest.
  init(createdAt: Instant, lasting duration: Duration, fails: Bool) {
    self.createdAt = createdAt
    self.startedAt = createdAt + duration / 4
    self.finishedAt = createdAt + duration
    self.fails = fails
  }

  /// The time from its beginning to its end.
  var duration: Duration {
    .milliseconds(finishedAt.milliseconds - createdAt.milliseconds)
  }

  func phase(at now: Instant) -> Phase {
    if now < startedAt { return .waiting }
    if now < finishedAt { return .running }
    return fails ? .failed : .succeeded
  }

  /// When the phase that holds at `now` began.
  func lastChange(at now: Instant) -> Instant {
    switch phase(at: now) {
    case .waiting: createdAt
    case .running: startedAt
    case .succeeded, .failed: finishedAt
    }
  }
}

/// The kinds of jobs that a sandbox runs, by the name that `/_sandbox/jobs/fail-next` takes.
enum JobKind: String, Sendable, CaseIterable {
  case export
  case run
  case profile
  /// ProspectB2B's import; its export has a word of its own, `export` being SphereScout's.
  case leadImport = "import"
  case leadExport = "lead_export"
  case campaignRun = "campaign_run"
  /// An order of OpenProspect that fails, is turned down by a person, or is called off.
  case order
  case rejection
  case cancellation
}

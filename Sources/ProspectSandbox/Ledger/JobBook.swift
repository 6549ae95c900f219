/// The jobs of the workspace, moved on by whoever looks at them.
///
/// Nothing ticks: what is due happens, in its order and at its time, before anybody sees the state.
struct JobBook: Sendable {
  enum Event: Sendable {
    case started
    case step(Int)
    case finished
  }

  private(set) var jobs: [Job] = []
  private var open: [Int] = []
  private var numberByID: [String: Int] = [:]
  /// When something happens next; nil when no job is open.
  private(set) var nextEvent: Instant?

  var hasOpenJobs: Bool { !open.isEmpty }

  subscript(number: Int) -> Job { jobs[number] }

  func job(_ id: String) -> Job? { numberByID[id].map { jobs[$0] } }

  mutating func start(
    _ subject: Job.Subject, timeline: JobTimeline, total: Int, hasSteps: Bool, requestID: String,
    identifiers: Identifiers
  ) -> Int {
    let job = Job(
      number: jobs.count, id: "job_" + identifiers.ordered("job", jobs.count), subject: subject,
      timeline: timeline, requestID: requestID, total: total, hasSteps: hasSteps,
      changedAt: timeline.createdAt)
    jobs.append(job)
    open.append(job.number)
    numberByID[job.id] = job.number
    findNextEvent()
    return job.number
  }

  /// Says how much there was to do, once that is known.
  mutating func setTotal(_ total: Int, of number: Int) {
    jobs[number].total = total
    jobs[number].processed = total
  }

  /// The earliest event that is due by `now`; nil when there is none.
  mutating func takeEvent(by now: Instant) -> (job: Job, event: Event, at: Instant)? {
    guard let instant = nextEvent, instant <= now,
      let number = open.first(where: { jobs[$0].nextEvent == instant })
    else { return nil }
    let event = advance(number)
    jobs[number].changedAt = instant
    if jobs[number].isOver { open.removeAll { $0 == number } }
    findNextEvent()
    return (jobs[number], event, instant)
  }

  private mutating func advance(_ number: Int) -> Event {
    let job = jobs[number]
    if job.phase == .waiting {
      jobs[number].phase = .running
      return .started
    }
    if job.doesNextStep {
      jobs[number].processed += 1
      return .step(job.processed)
    }
    jobs[number].phase = job.timeline.fails ? .failed : .succeeded
    if !job.timeline.fails { jobs[number].processed = job.total }
    return .finished
  }

  private mutating func findNextEvent() {
    nextEvent = open.compactMap { jobs[$0].nextEvent }.min()
  }
}

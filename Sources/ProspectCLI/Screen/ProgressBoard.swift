internal import ProspectRuntime

/// What is going on in a run right now: its jobs, pages and maps, in the order in which they began.
///
/// Times are measured from the start of the run.
struct ProgressBoard {
  /// Lines about one job, apart from its first and last, are at least this far apart where each
  /// takes a line of its own.
  static let spacing = Duration.seconds(1)

  private(set) var jobs: [ProgressJob] = []

  var isEmpty: Bool { jobs.isEmpty }

  /// Takes in a notice.
  ///
  /// - Returns: What should be said about it in a log of lines; nil when the last line is too
  /// fresh.
  mutating func apply(_ progress: RunProgress, at time: Duration) -> String? {
    var job = jobs.first { $0.id == progress.id } ?? ProgressJob(progress, startedAt: time)
    let isNews = progress.note.map { $0 != job.note } ?? false
    job.update(progress)
    jobs.removeAll { $0.id == job.id && progress.state == .end }
    switch progress.state {
    case .start:
      store(job)
      return job.startText
    case .update:
      // The start says nothing about the state of a job: the first word about that may follow at
      // once.
      let last = job.lastSaid ?? (isNews ? nil : job.startedAt)
      let isDue = last.map { time - $0 >= ProgressBoard.spacing } ?? true
      if isDue { job.lastSaid = time }
      store(job)
      return isDue ? job.updateText(at: time) : nil
    case .end:
      return job.endText(at: time)
    }
  }

  /// Everything on one line of at most `columns` columns.
  func line(at time: Duration, columns: Int) -> String {
    let whole = jobs.map { $0.updateText(at: time) }.joined(separator: " │ ")
    return DisplayWidth.fit(whole, to: columns)
  }

  private mutating func store(_ job: ProgressJob) {
    if let index = jobs.firstIndex(where: { $0.id == job.id }) {
      jobs[index] = job
    } else {
      jobs.append(job)
    }
  }
}

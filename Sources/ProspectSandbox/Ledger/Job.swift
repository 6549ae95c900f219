/// An asynchronous job of ProspectB2B's workspace [contract prospectb2b §8.5].
struct Job: Sendable {
  enum Kind: String, Sendable {
    case leadImport = "import"
    case leadExport = "export"
    case campaignRun = "campaign_run"
    case prospectorRun = "prospector_run"
  }

  /// What it works on.
  struct Subject: Sendable {
    let kind: Kind
    /// Position in the book of its kind.
    let number: Int
    let id: String
  }

  /// Position in the book, from 0.
  let number: Int
  let id: String
  let subject: Subject
  let timeline: JobTimeline
  /// The request that started it.
  let requestID: String
  /// Units of work, such as rows, and whether each of them does something on its own.
  var total: Int
  let hasSteps: Bool
  var processed = 0
  var phase = JobTimeline.Phase.waiting
  var changedAt: Instant

  var isOver: Bool { phase == .succeeded || phase == .failed }

  /// When something happens next; nil when it is over.
  var nextEvent: Instant? {
    switch phase {
    case .waiting: timeline.startedAt
    case .running: doesNextStep ? instant(ofStep: processed) : timeline.finishedAt
    case .succeeded, .failed: nil
    }
  }

  /// A job that will fail does none of its steps: nothing usable comes of it [contract prospectb2b
  /// §8.3].
  var doesNextStep: Bool { hasSteps && !timeline.fails && processed < total }

  /// The steps are spread evenly over the working time.
  private func instant(ofStep step: Int) -> Instant {
    let start = timeline.startedAt.milliseconds
    let span = timeline.finishedAt.milliseconds - start
    return Instant(milliseconds: start + span * Int64(step + 1) / Int64(total))
  }
}

/// How far the creation of a profile is; whoever looks moves it on.
struct ProfileProgress: Sendable {
  /// What makes a creation go on [contract openprospect §11].
  enum Pace: Sendable {
    /// Time alone.
    case clock(JobTimeline)
    /// Polls: the first one from this instant on starts it, the next one finds it done.
    case polls(from: Instant, fails: Bool)
  }

  let createdAt: Instant
  private let pace: Pace
  private(set) var startedAt: Instant?
  private(set) var finishedAt: Instant?

  init(createdAt: Instant, pace: Pace) {
    self.createdAt = createdAt
    self.pace = pace
  }

  var phase: JobTimeline.Phase {
    if finishedAt != nil { return fails ? .failed : .succeeded }
    return startedAt == nil ? .waiting : .running
  }

  /// This creation as it was when it was made.
  var atFirst: ProfileProgress { ProfileProgress(createdAt: createdAt, pace: pace) }

  /// Moves on to `now`; only a poll moves what goes by polls.
  mutating func advance(to now: Instant, isPoll: Bool) {
    switch pace {
    case .clock(let timeline):
      let phase = timeline.phase(at: now)
      if phase != .waiting { startedAt = timeline.startedAt }
      if phase == .succeeded || phase == .failed { finishedAt = timeline.finishedAt }
    case .polls(let first, _):
      guard isPoll, now >= first, finishedAt == nil else { return }
      if startedAt == nil { startedAt = now } else { finishedAt = now }
    }
  }

  private var fails: Bool {
    switch pace {
    case .clock(let timeline): timeline.fails
    case .polls(_, let fails): fails
    }
  }
}

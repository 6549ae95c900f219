internal import ProspectRuntime

/// One thing that takes time, as its notices describe it.
struct ProgressJob: Equatable {
  let id: Int
  private(set) var label: String
  private(set) var done = 0
  private(set) var total: Int?
  private(set) var note: String?
  let startedAt: Duration
  /// When an update was last said in a line of its own.
  var lastSaid: Duration?

  init(_ progress: RunProgress, startedAt: Duration) {
    id = progress.id
    label = progress.label
    self.startedAt = startedAt
  }

  /// Takes what a notice says; what it leaves out stays as it was.
  mutating func update(_ progress: RunProgress) {
    label = progress.label
    done = progress.done
    total = progress.total ?? total
    note = progress.note ?? note
  }

  /// As in `export: started`.
  var startText: String { "\(name): started" }

  /// As in `export: processing, 120 of 2,000 (6 %), 12 s`.
  func updateText(at time: Duration) -> String {
    let parts = [note.map(PlainText.line), amount, Wording.wholeSeconds(time - startedAt)]
    return "\(name): " + parts.compactMap(\.self).joined(separator: ", ")
  }

  /// As in `export: ready after 12 s, 2,000`.
  func endText(at time: Duration) -> String {
    let end = note.map(PlainText.line) ?? "done"
    let count = done > 0 ? ", \(Wording.count(done))" : ""
    return "\(name): \(end) after \(Wording.time(time - startedAt))\(count)"
  }

  private var name: String { PlainText.line(label) }

  private var amount: String? {
    guard let total, total > 0 else { return done > 0 ? Wording.count(done) : nil }
    let share = Int((Double(done) / Double(total) * 100).rounded(.down))
    return "\(Wording.count(done)) of \(Wording.count(total)) (\(share) %)"
  }
}

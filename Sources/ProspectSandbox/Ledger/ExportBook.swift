/// Searches that SphereScout remembers and the exports made of them.
struct ExportBook: Sendable {
  struct Search: Sendable {
    let id: String
    let filter: ContactFilter
    /// The filters as they were sent, for the history.
    let parameters: [Query.Item]
    let count: Int
  }

  struct Export: Sendable {
    /// From 1; the id of the history entry.
    let number: Int
    let taskID: String
    /// The last part of the download link.
    let fileToken: String
    let search: Search
    let timeline: JobTimeline
    var downloads = 0
    var layout: ContactFileLayout?
  }

  /// How long a download link works [seed 004].
  static let linkLife = Duration.seconds(30 * 24 * 3600)

  private var searches: [String: Search] = [:]
  private(set) var exports: [Export] = []
  private var numberByTask: [String: Int] = [:]
  private var numberByFile: [String: Int] = [:]

  var searchCount: Int { searches.count }

  mutating func remember(_ search: Search) { searches[search.id] = search }

  func search(_ id: String) -> Search? { searches[id] }

  mutating func add(_ search: Search, timeline: JobTimeline, identifiers: Identifiers) -> Export {
    let number = exports.count + 1
    let export = Export(
      number: number, taskID: "task_" + identifiers.token("task", number),
      fileToken: identifiers.secret("file", number), search: search, timeline: timeline)
    exports.append(export)
    numberByTask[export.taskID] = number
    numberByFile[export.fileToken] = number
    return export
  }

  func export(task id: String) -> Export? { numberByTask[id].map { exports[$0 - 1] } }
  func export(file token: String) -> Export? { numberByFile[token].map { exports[$0 - 1] } }

  mutating func countDownload(of number: Int) { exports[number - 1].downloads += 1 }
  mutating func keep(_ layout: ContactFileLayout, for number: Int) {
    exports[number - 1].layout = layout
  }

  /// Credits that are spent at `now`: one a row, given back when the job failed [contract
  /// spherescout §9].
  func spentCredits(at now: Instant) -> Int {
    exports.reduce(0) { spent, export in
      export.timeline.phase(at: now) == .failed ? spent : spent + export.search.count
    }
  }
}

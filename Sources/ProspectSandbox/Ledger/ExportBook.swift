/// Searches that SphereScout remembers and the exports made of them.
struct ExportBook: Sendable {
  struct Search: Sendable {
    let id: String
    let filter: ContactFilter
    /// The filters as they were sent, for the history.
    let parameters: [Query.Item]
    /// How many contacts matched when it was last looked at, and among which ones.
    let count: Int
    let contacts: Range<Int>
  }

  /// What a new export is to hold and to cost.
  struct Order: Sendable {
    let search: Search
    /// The contacts that it looks at; those of a delta begin where an earlier export ended.
    let contacts: Range<Int>
    let rowCount: Int
    let price: Int
    var format = ContactFile.Format.csv
    /// The history entry whose delta it is.
    var base: Int?
  }

  struct Export: Sendable {
    /// From 1; the id of the history entry.
    let number: Int
    let taskID: String
    /// The last part of the download link; another one once a link has died before its time.
    var fileToken: String
    /// Counts the contents of the file: same rows, other bytes.
    var version = 0
    let order: Order
    let timeline: JobTimeline
    var downloads = 0
    var layout: ContactFileLayout?

    var search: Search { order.search }
    var contacts: Range<Int> { order.contacts }
    var rowCount: Int { order.rowCount }
    /// When its download link dies.
    var expiresAt: Instant { timeline.finishedAt + ExportBook.linkLife }
  }

  /// How long a download link works [seed 004].
  static let linkLife = Duration.seconds(30 * 24 * 3600)

  private var searches: [String: Search] = [:]
  private(set) var exports: [Export] = []
  private var numberByTask: [String: Int] = [:]
  private var numberByFile: [String: Int] = [:]
  /// Links that were given in the place of dead ones.
  private var links = 0
  /// The id of the last search with these filters.
  private var searchByFilters: [String: String] = [:]

  var searchCount: Int { searches.count }

  /// Remembers a search, or what has become of it since.
  mutating func remember(_ search: Search, filters: String) {
    searches[search.id] = search
    searchByFilters[filters] = search.id
  }

  func search(_ id: String) -> Search? { searches[id] }
  func search(filters: String) -> Search? { searchByFilters[filters].flatMap { searches[$0] } }

  mutating func add(
    _ order: Order, timeline: JobTimeline, identifiers: Identifiers
  ) -> Export {
    let number = exports.count + 1
    let export = Export(
      number: number, taskID: "task_" + identifiers.token("task", number),
      fileToken: identifiers.secret("file", number), order: order, timeline: timeline)
    exports.append(export)
    numberByTask[export.taskID] = number
    numberByFile[export.fileToken] = number
    return export
  }

  func export(task id: String) -> Export? { numberByTask[id].map { exports[$0 - 1] } }
  func export(file token: String) -> Export? { numberByFile[token].map { exports[$0 - 1] } }
  func export(number: Int) -> Export? {
    exports.indices.contains(number - 1) ? exports[number - 1] : nil
  }

  mutating func replaceLink(of number: Int, identifiers: Identifiers) {
    links += 1
    let token = identifiers.secret("link", links)
    exports[number - 1].fileToken = token
    numberByFile[token] = number
  }

  mutating func renewFile(of number: Int) {
    exports[number - 1].version += 1
    exports[number - 1].layout = nil
  }

  mutating func countDownload(of number: Int) { exports[number - 1].downloads += 1 }
  mutating func keep(_ layout: ContactFileLayout, for number: Int) {
    exports[number - 1].layout = layout
  }
}

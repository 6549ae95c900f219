internal import ProspectJSON

/// How work that takes time is followed until it ends.
package struct JobProtocol: Sendable, Equatable {
  /// What a status may be.
  package enum Word: Sendable, Equatable {
    case text(String)
    /// The truth value `true`.
    case yes
  }

  /// What `job:results()` calls.
  package struct Results: Sendable, Equatable {
    package let operation: String
    package let argument: String
  }

  /// Where the answer to the start carries the job's id; the first path that leads to a value counts.
  package let id: [String]
  /// The operation that reads the job, and its parameter that takes the id.
  package let poll: String
  package let argument: String
  /// Further parameters of `poll` and `results`, taken from the start's arguments or its answer.
  package let carry: [String]
  /// Path of the status in an answer to `poll`.
  package let status: String
  /// Words that end the job; any other means that it still runs.
  package let done: [Word]
  package let failed: [Word]
  /// Where an answer to `poll` says why the job failed.
  package let message: [String]
  /// Whether an answer without an id means that there was nothing to do.
  package let mayBeNothing: Bool
  /// Path of the link to the job's file.
  package let download: String?
  package let results: Results?
  /// How long a recipe waits unless it says otherwise.
  package let timeout: Duration

  private static let fields = [
    "id", "poll", "argument", "carry", "status", "done", "failed", "message", "nothing",
    "download", "results", "timeout",
  ]

  init(_ table: DescriptionTable) throws(DescriptionError) {
    try table.allow(only: Self.fields)
    id = try table.requiredPaths("id")
    poll = try table.requiredText("poll")
    argument = try table.requiredText("argument")
    carry = try table.texts("carry")
    status = try table.requiredPath("status")
    done = try Self.words(table, "done")
    failed = try Self.words(table, "failed")
    guard !done.isEmpty else {
      throw table.mistake("done", "must list the words that end the job")
    }
    if failed.contains(where: done.contains) {
      throw table.mistake("failed", "a word cannot mean both done and failed")
    }
    message = try table.paths("message")
    mayBeNothing = try table.flag("nothing")
    download = try table.path("download")
    results = try table.table("results").map(Self.results)
    timeout = try table.duration("timeout") ?? .seconds(30 * 60)
  }

  private static func words(
    _ table: DescriptionTable, _ name: String
  ) throws(DescriptionError) -> [Word] {
    var words: [Word] = []
    for value in try table.list(name) {
      switch value {
      case .string(let text): words.append(.text(text))
      case .bool(true): words.append(.yes)
      default: throw table.mistake(name, "must hold words or true, not \(value.text)")
      }
    }
    return words
  }

  private static func results(_ table: DescriptionTable) throws(DescriptionError) -> Results {
    try table.allow(only: ["operation", "argument"])
    return Results(
      operation: try table.requiredText("operation"), argument: try table.requiredText("argument"))
  }
}

internal import ProspectAPI
internal import ProspectRuntime

/// The last line about a run that used a provider.
struct ClosingSummary {
  var name: String
  var result: RunResult

  /// As in `weekly_export.lua: succeeded in 4.2 s (2.0 s waiting), 2,034 calls, 3 retries`.
  ///
  /// Nil when the run called nobody: a recipe that only computes has nothing to sum up.
  var text: String? {
    guard result.summary.calls > 0 else { return nil }
    let summary = result.summary
    let waited = summary.waited > .seconds(1) ? " (\(Wording.time(summary.waited)) waiting)" : ""
    var parts = [
      "\(isSuccess ? "succeeded in" : "failed after") \(Wording.time(summary.duration))\(waited)",
      Wording.count(summary.calls, "call"),
    ]
    if summary.retries > 0 {
      parts.append(summary.retries == 1 ? "1 retry" : "\(Wording.count(summary.retries)) retries")
    }
    if summary.heldBack >= .milliseconds(100) {
      parts.append("\(Wording.time(summary.heldBack)) held back")
    }
    if summary.credits > 0 { parts.append("\(Wording.count(summary.credits, "credit")) spent") }
    return "\(PlainText.line(name)): " + parts.joined(separator: ", ")
  }

  /// The same for programs, of every run.
  func json(at time: Timestamp) -> String {
    JSONLine.object(
      "summary", at: time,
      [
        ("recipe", .string(name)), ("succeeded", .bool(isSuccess)),
        ("exit", .integer(Int64(result.exitCode))),
        ("seconds", .number(result.summary.duration.inSeconds)),
        ("calls", .integer(Int64(result.summary.calls))),
        ("retries", .integer(Int64(result.summary.retries))),
        ("credits", .integer(Int64(result.summary.credits))),
        ("waited", .number(result.summary.waited.inSeconds)),
        ("held_back", .number(result.summary.heldBack.inSeconds)),
      ])
  }

  private var isSuccess: Bool {
    if case .succeeded = result.status { true } else { false }
  }
}

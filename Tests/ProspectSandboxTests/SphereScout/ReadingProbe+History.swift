import ProspectJSON
import Testing

@testable import ProspectSandbox

extension ReadingProbe {
  static let history = [
    ReadingProbe(
      "history_form",
      ["array": "array 3 0", "whole_array": "array 3 3", "results": "object 3 0"]
    ) { sandbox in
      for _ in 1...3 { _ = try await sandbox.exported("?countries=JP") }
      let first = try await sandbox.scout("/user/search-history")
      let second = try await sandbox.scout("/user/search-history?page=2")
      #expect(first.integer("count") ?? 3 == 3)
      return "\(first.json?.kind ?? "none") \(first.rows.count) \(second.rows.count)"
    },
    ReadingProbe("history_order", ["newest_first": "2 1", "oldest_first": "1 2"]) { sandbox in
      for _ in 1...2 { _ = try await sandbox.exported("?countries=JP") }
      let ids = try await sandbox.scout("/user/search-history").rows.map { $0["id"]?.integer ?? 0 }
      return ids.map(String.init).joined(separator: " ")
    },
    ReadingProbe("freshness_count", there: "present", gone: "omitted") { sandbox in
      _ = try await sandbox.exported("?countries=JP")
      let freshness = try await sandbox.scout("/user/search-history/1/freshness")
      #expect(freshness.at("has_new") == false)
      return freshness.integer("new_count") == 0
    },
    ReadingProbe(
      "delta_form", ["task": "task 25 1", "download_url": "link 25 1", "file": "file 25 1"],
      look: deltaForm
    ).with(growth),
    ReadingProbe(
      "delta_price", ["new_rows": "24", "nothing": "0", "all_rows": "524"]
    ) { sandbox in
      try await grownHistory(sandbox)
      let before = try await sandbox.credits()
      _ = try await sandbox.scout(delta)
      return "\(before - (try await sandbox.credits()))"
    }.with(growth),
    ReadingProbe("delta_baseline", ["last_delta": "24 0", "entry": "24 24"]) { sandbox in
      try await grownHistory(sandbox)
      let first = try await sandbox.scout(delta).integer("new_count") ?? -1
      let second = try await sandbox.scout(delta).integer("new_count") ?? -1
      return "\(first) \(second)"
    }.with(growth),
    ReadingProbe("delta_in_history", ["listed": "2", "omitted": "1"]) { sandbox in
      try await grownHistory(sandbox)
      _ = try await sandbox.scout(delta)
      return "\(try await sandbox.scout("/user/search-history").rows.count)"
    }.with(growth),
  ]

  private static let delta = "/user/search-history/1/download-delta"

  /// 24 new contacts each day.
  @Sendable private static func growth(_ configuration: inout SandboxConfiguration) {
    configuration.newContactsPerDay = 24
  }

  /// One export of everything, a day ago.
  private static func grownHistory(_ sandbox: TestSandbox) async throws {
    _ = try await sandbox.exported()
    sandbox.clock.advance(by: .seconds(86_400))
  }

  /// The form of a delta, its rows with the header, and those of another one when nothing is new.
  @Sendable private static func deltaForm(_ sandbox: TestSandbox) async throws -> String {
    try await grownHistory(sandbox)
    let answer = try await sandbox.scout(delta)
    sandbox.clock.advance(by: .seconds(1))
    let nothing = try await sandbox.scout(delta)
    if answer["Content-Type"] == "text/csv; charset=utf-8" {
      return "file \(csvRows(answer.text).count) \(csvRows(nothing.text).count)"
    }
    #expect(nothing.integer("new_count") == 0)
    let task = answer.string("task_id")
    var link = answer.target("download_url")
    if let task {
      link = try await sandbox.scout("/download-status/\(task)").target("download_url")
    }
    let file = try await sandbox.request("GET", try #require(link), key: nil)
    return "\(task == nil ? "link" : "task") \(csvRows(file.text).count) 1"
  }
}

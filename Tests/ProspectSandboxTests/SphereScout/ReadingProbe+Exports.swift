import ProspectJSON
import Testing

@testable import ProspectSandbox

extension ReadingProbe {
  static let exports = [
    ReadingProbe("export_started_status", ["200": "200", "202": "202", "201": "201"]) {
      "\(try await started("", $0).status)"
    },
    ReadingProbe(
      "export_started_word", ["pending": "task_id status", "omitted": "task_id"]
    ) { try await started("", $0).names.joined(separator: " ") },
    ReadingProbe(
      "export_error_name", ["error": "error", "message": "message", "detail": "detail"]
    ) { sandbox in
      _ = try await sandbox.request("POST", "/_sandbox/jobs/fail-next?kind=export", key: nil)
      let task = try await started("", sandbox).string("task_id") ?? ""
      sandbox.clock.advance(by: .seconds(1))
      return try await sandbox.scout("/download-status/\(task)").names.last ?? ""
    },
    ReadingProbe("export_format", ["honoured": "xlsx", "ignored": "csv", "refused": "400"]) {
      sandbox in
      let start = try await started("&export_format=excel", sandbox)
      guard let task = start.string("task_id") else { return "\(start.status)" }
      sandbox.clock.advance(by: .seconds(1))
      let link = try await sandbox.scout("/download-status/\(task)").target("download_url") ?? ""
      let name = try await sandbox.request("GET", link, key: nil)["Content-Disposition"] ?? ""
      return name.contains("contacts.xlsx") ? "xlsx" : name.contains("contacts.csv") ? "csv" : name
    },
    ReadingProbe("export_row_limit", ["none": "200 200", "1000": "400 400"]) { sandbox in
      let main = try await started("", sandbox).status
      return "\(main) \(try await sandbox.variant("/download-csv/").status)"
    }.with { $0.contacts = 1_001 },
    ReadingProbe("regeneration_price", ["full": "500 500 500", "free": "500 500 0"]) { sandbox in
      var prices: [Int] = []
      for wait in [0, 60, 30 * 86_400] {
        sandbox.clock.advance(by: .seconds(wait))
        let before = try await sandbox.credits()
        _ = try await started("", sandbox)
        prices.append(before - (try await sandbox.credits()))
      }
      return prices.map(String.init).joined(separator: " ")
    }.with { $0.newContactsPerDay = 0 },
  ]

  static let files = [
    ReadingProbe(
      "file_columns",
      [
        "listed": "11 name website", "reordered": "11 website name", "extended": "13 id facebook",
        "fewer": "5 name email",
      ]
    ) { sandbox in
      let rows = csvRows(try await file(sandbox).text)
      #expect(rows.allSatisfy { $0.count == rows[0].count })
      return "\(rows[0].count) \(rows[0].first ?? "") \(rows[0].last ?? "")"
    },
    ReadingProbe("file_byte_order_mark", ["absent": "name", "present": "\u{FEFF}name"]) {
      let text = try await file($0).text
      return String(String.UnicodeScalarView(text.unicodeScalars.prefix { $0 != "," }))
    },
    ReadingProbe("file_line_ends", ["crlf": "501 of 501", "lf": "0 of 501"]) {
      // Line breaks inside quotes are of the address, and LF alone under both readings.
      let text = try await file($0).text.unicodeScalars
      let ends = zip(text, text.dropFirst()).filter { $0 == "\r" && $1 == "\n" }.count
      let breaks = text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 0 }.flatMap(\.element).filter { $0 == "\n" }.count
      return "\(ends) of \(breaks)"
    },
    ReadingProbe("file_delimiter", ["comma": ",", "semicolon": ";", "tab": "\t"]) {
      try await file($0).text.dropFirst(4).first.map(String.init) ?? ""
    },
    ReadingProbe("file_joined_values", ["semicolon": "; sales@", "comma": ", sales@"]) {
      let text = try await file($0).text
      return ["; sales@", ", sales@"].filter { text.contains($0) }.joined(separator: " ")
    },
    ReadingProbe("file_ranges", ["honoured": "206 10", "ignored": "200 whole"]) { sandbox in
      let link = try await sandbox.exportLink("?countries=JP")
      let whole = try await sandbox.request("GET", link, key: nil).body
      let part = try await sandbox.request("GET", link, key: nil, headers: ["Range": "bytes=5-14"])
      return "\(part.status) \(part.body == whole ? "whole" : "\(part.body.count)")"
    },
    ReadingProbe("expired_link_status", ["403": "403", "404": "404"]) { sandbox in
      let link = try await sandbox.exportLink("")
      sandbox.clock.advance(by: .seconds(30 * 86_400))
      return "\(try await sandbox.request("GET", link, key: nil).status)"
    },
  ]

  private static func started(_ rest: String, _ sandbox: TestSandbox) async throws -> TestResponse {
    let id = try #require(try await sandbox.scout("/companies").string("search_id"))
    return try await sandbox.scout("/download-csv?search_id=\(id)\(rest)")
  }

  private static func file(_ sandbox: TestSandbox) async throws -> TestResponse {
    let link = try await sandbox.exportLink("")
    return try await sandbox.request("GET", link, key: nil)
  }
}

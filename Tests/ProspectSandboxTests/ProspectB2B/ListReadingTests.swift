import ProspectJSON
import Testing

@testable import ProspectSandbox

/// Switches of pages, cursors and order: the default and each other reading.
@Suite(.timeLimit(.minutes(1)))
struct ListReadingTests {
  @Test("default_limit", arguments: [("25", 25), ("100", 30)])
  func defaultLimit(word: String, count: Int) async throws {
    try await TestSandbox.reading(["default_limit": word]) { sandbox in
      for _ in 1...30 { _ = try await sandbox.made("/leads", #"{"full_name":"A"}"#) }
      #expect(try await sandbox.crm("/leads").array("data").count == count)
    }
  }

  @Test("limit_out_of_range", arguments: [("refused", [400, 400]), ("clamped", [200, 200])])
  func limits(word: String, statuses: [Int]) async throws {
    try await TestSandbox.reading(["limit_out_of_range": word]) { sandbox in
      let low = try await sandbox.crm("/campaigns?limit=0")
      let high = try await sandbox.crm("/campaigns?limit=101")
      #expect([low.status, high.status] == statuses)
      if word == "clamped" {
        #expect(low.array("data").count == 1)
        #expect(high.array("data").count == 2)
      }
      #expect(try await sandbox.crm("/campaigns?limit=ten").status == 400)
    }
  }

  @Test("list_order: every row comes once in both orders", arguments: ["ascending", "descending"])
  func order(word: String) async throws {
    try await TestSandbox.reading(["list_order": word]) { sandbox in
      var leads: [String] = []
      for number in 1...5 {
        if number.isMultiple(of: 2) { sandbox.clock.advance(by: .milliseconds(1)) }
        leads.append(try await sandbox.made("/leads", #"{"full_name":"\#(number)"}"#))
      }
      let fields = LeadField.all.map(\.key)
      let isReversed = word == "descending"
      #expect(
        try await sandbox.walk("/leads?limit=2", "id") == (isReversed ? leads.reversed() : leads))
      #expect(
        try await sandbox.walk("/lead-fields?limit=2", "key")
          == (isReversed ? fields.reversed() : fields))
      let later = try await sandbox.walk(
        "/leads?limit=1&updated_after=2026-11-02T08:00:00.001Z", "id")
      #expect(later == (isReversed ? [leads[4], leads[3]] : [leads[3], leads[4]]))
    }
  }

  @Test("updated_after_at_equality", arguments: [("exclusive", 1), ("inclusive", 2)])
  func equality(word: String, count: Int) async throws {
    try await TestSandbox.reading(["updated_after_at_equality": word]) { sandbox in
      _ = try await sandbox.made("/leads", #"{"full_name":"A"}"#)
      sandbox.clock.advance(by: .milliseconds(1))
      _ = try await sandbox.made("/leads", #"{"full_name":"B"}"#)
      let found = try await sandbox.crm("/leads?updated_after=2026-11-02T08:00:00.000Z")
      #expect(found.array("data").count == count)
    }
  }

  @Test("last_page_cursor", arguments: [("null", true), ("omitted", false)])
  func lastPage(word: String, isThere: Bool) async throws {
    try await TestSandbox.reading(["last_page_cursor": word]) { sandbox in
      let first = try await sandbox.crm("/campaigns?limit=1")
      #expect(first.string("pagination.next_cursor") != nil)
      let last = try await sandbox.crm("/campaigns")
      #expect(last.at("pagination.has_more") == false)
      #expect((last.at("pagination")?.object?["next_cursor"] != nil) == isThere)
    }
  }

  @Test("cursor_lifetime", arguments: [("15m", 15 * 60), ("1m", 60)])
  func lifetime(word: String, seconds: Int) async throws {
    try await TestSandbox.reading(["cursor_lifetime": word]) { sandbox in
      let page = try await sandbox.crm("/campaigns?limit=1")
      let cursor = try #require(page.string("pagination.next_cursor"))
      sandbox.clock.advance(by: .seconds(seconds) - .milliseconds(1))
      #expect(try await sandbox.crm("/campaigns?cursor=\(cursor)").status == 200)
      sandbox.clock.advance(by: .milliseconds(1))
      let stale = try await sandbox.crm("/campaigns?cursor=\(cursor)")
      #expect((stale.status, stale.string("error.code")) == (400, "invalid_cursor"))
    }
  }
}

extension TestSandbox {
  /// A member of every row of a list, page after page.
  fileprivate func walk(_ target: String, _ member: String) async throws -> [String] {
    var found: [String] = []
    var cursor = ""
    repeat {
      let page = try await crm(target + cursor)
      found += page.array("data").compactMap { $0[member]?.string }
      cursor = page.string("pagination.next_cursor").map { "&cursor=\($0)" } ?? ""
    } while !cursor.isEmpty
    return found
  }
}

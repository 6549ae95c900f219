import ProspectJSON
import Testing

@testable import ProspectSandbox

@Suite(.timeLimit(.minutes(1)))
struct WorkbookTests {
  @Test("The format excel gives a workbook with a row for each contact, in any range")
  func workbook() async throws {
    try await TestSandbox.with { sandbox in
      let found = try await sandbox.scout("/companies?countries=JP&email=true")
      let id = try #require(found.string("search_id"))
      let started = try await sandbox.scout("/download-csv?search_id=\(id)&export_format=excel")
      let task = try #require(started.string("task_id"))
      sandbox.clock.advance(by: .seconds(1))
      let link = try #require(
        try await sandbox.scout("/download-status/\(task)").target("download_url"))
      let file = try await sandbox.request("GET", link, key: nil)
      #expect(file["Content-Disposition"] == #"attachment; filename="contacts.xlsx""#)
      let members = try storedMembers(file.body)
      #expect(members.map(\.name).contains("[Content_Types].xml"))
      let sheet = try #require(members.first { $0.name == "xl/worksheets/sheet1.xml" }?.text)
      let rows = try #require(found.integer("totalCount")) + 1
      #expect(sheet.split(separator: "<row>").count - 1 == rows)
      #expect(sheet.contains(">phone_number<") && !sheet.contains("& "))
      let part = try await sandbox.request(
        "GET", link, key: nil, headers: ["Range": "bytes=100-199"])
      #expect((part.status, part.body) == (206, Array(file.body[100...199])))
    }
  }

  @Test("Another format is a 400")
  func unknown() async throws {
    try await TestSandbox.with { sandbox in
      let id = try #require(try await sandbox.scout("/companies").string("search_id"))
      let refused = try await sandbox.scout("/download-csv?search_id=\(id)&export_format=xml")
      #expect((refused.status, refused.names) == (400, ["export_format"]))
    }
  }

  /// Reads a ZIP file of stored members from its beginning, header by header.
  private func storedMembers(_ bytes: [UInt8]) throws -> [(name: String, text: String)] {
    func number(_ offset: Int, _ width: Int) -> Int {
      (0..<width).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
    }
    var members: [(name: String, text: String)] = []
    var offset = 0
    while number(offset, 4) == 0x0403_4B50 {
      let (size, nameLength) = (number(offset + 18, 4), number(offset + 26, 2))
      let start = offset + 30 + nameLength
      members.append(
        (
          String(decoding: bytes[offset + 30..<start], as: UTF8.self),
          String(decoding: bytes[start..<start + size], as: UTF8.self)
        ))
      offset = start + size
    }
    // The end record, 22 bytes before the end, says where the directory begins and what it holds.
    #expect(number(bytes.count - 22, 4) == 0x0605_4B50)
    #expect(number(bytes.count - 6, 4) == offset)
    #expect(number(bytes.count - 12, 2) == members.count)
    return members
  }
}

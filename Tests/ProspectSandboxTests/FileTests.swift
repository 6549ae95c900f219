import ProspectJSON
import Testing

@testable import ProspectSandbox

@Suite(.timeLimit(.minutes(1)))
struct FileTests {
  @Test("The file is CSV as the contract has it: header, CRLF, quotes, and every match once")
  func format() async throws {
    try await TestSandbox.with { sandbox in
      let link = try await sandbox.exportLink("")
      let file = try await sandbox.request("GET", link, key: nil)
      #expect(file.status == 200)
      #expect(file["Content-Type"] == "text/csv; charset=utf-8")
      #expect(
        file.text.hasPrefix(
          "name,category,address,city,zip_code,level1_location,level2_location,country,"
            + "phone_number,email,website\r\n"))
      let rows = csvRows(file.text)
      #expect(rows.count == 501)
      #expect(rows.allSatisfy { $0.count == 11 })
    }
  }

  @Test("The rows hold what makes real files hard")
  func content() async throws {
    try await TestSandbox.with { sandbox in
      let link = try await sandbox.exportLink("")
      let rows = csvRows(try await sandbox.request("GET", link, key: nil).text).dropFirst()
      let names = rows.map { $0[0] }
      #expect(names.contains { $0.contains("\"") })
      #expect(names.contains { $0.contains(",") })
      #expect(names.contains { $0.contains("é") })
      #expect(names.contains { $0.unicodeScalars.contains { $0.value > 0x3000 } })
      #expect(
        names.contains { $0.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) } })
      #expect(rows.contains { $0[2].contains("\n") })
      #expect(rows.contains { $0[9].contains("; ") })
      for column in [2, 4, 8, 9, 10] { #expect(rows.contains { $0[column].isEmpty }) }
      let addresses = rows.map { $0[9].prefix { $0 != ";" } }.filter { !$0.isEmpty }
      #expect(Set(addresses.map { $0.lowercased() }).count < Set(addresses).count)
    }
  }

  @Test("Any range of the file is exactly those bytes, with 206 and Content-Range")
  func ranges() async throws {
    try await TestSandbox.with {
      $0.contacts = 3_000
    } _: { sandbox in
      let link = try await sandbox.exportLink("?countries=FR&countries=US&countries=DE")
      let whole = try await sandbox.request("GET", link, key: nil).body
      #expect(whole.count > 200_000)
      var random = SplitMix64(seed: 1)
      let starts = [0, 50, 101] + (0..<12).map { _ in random.below(whole.count) }
      for start in starts {
        let end = min(start + random.below(150_000), whole.count - 1)
        let part = try await sandbox.request(
          "GET", link, key: nil, headers: ["Range": "bytes=\(start)-\(end)"])
        #expect(part.status == 206)
        #expect(part["Content-Range"] == "bytes \(start)-\(end)/\(whole.count)")
        #expect(part.body == Array(whole[start...end]))
      }
    }
  }

  @Test("A range behind the end is a 416; a stale If-Range gives the whole file")
  func conditions() async throws {
    try await TestSandbox.with { sandbox in
      let link = try await sandbox.exportLink("")
      let behind = try await sandbox.request(
        "GET", link, key: nil, headers: ["Range": "bytes=99999999-"])
      #expect(behind.status == 416)
      let stale = try await sandbox.request(
        "GET", link, key: nil, headers: ["Range": "bytes=5-", "If-Range": "\"old\""])
      #expect(stale.status == 200)
      let etag = try #require(stale["ETag"])
      let fresh = try await sandbox.request(
        "GET", link, key: nil, headers: ["Range": "bytes=5-", "If-Range": etag])
      #expect(fresh.status == 206)
      #expect(fresh.body == Array(stale.body.dropFirst(5)))
    }
  }

  @Test("A key that is sent to the file host is refused with 400; the link dies after 30 days")
  func access() async throws {
    try await TestSandbox.with { sandbox in
      let link = try await sandbox.exportLink("?countries=FR")
      #expect(
        try await sandbox.request("GET", link, key: TestSandbox.sphereScoutKey).status == 400)
      #expect(try await sandbox.request("GET", "/files/guess", key: nil).status == 404)
      sandbox.clock.advance(by: .seconds(30 * 24 * 3600))
      #expect(try await sandbox.request("GET", link, key: nil).status == 403)
    }
  }
}

/// Reads CSV the slow and obvious way, apart from the code under test.
func csvRows(_ text: String) -> [[String]] {
  var rows: [[String]] = []
  var row: [String] = []
  var field = ""
  var isQuoted = false
  let scalars = Array(text.unicodeScalars)
  var index = 0
  while index < scalars.count {
    let scalar = scalars[index]
    let isDoubled =
      isQuoted && scalar == "\"" && index + 1 < scalars.count
      && scalars[index + 1] == "\""
    if isDoubled {
      field.append("\"")
      index += 1
    } else if scalar == "\"" {
      isQuoted.toggle()
    } else if scalar == "," && !isQuoted {
      row.append(field)
      field = ""
    } else if scalar == "\r" && !isQuoted {
      rows.append(row + [field])
      row = []
      field = ""
      index += 1
    } else {
      field.unicodeScalars.append(scalar)
    }
    index += 1
  }
  return rows
}

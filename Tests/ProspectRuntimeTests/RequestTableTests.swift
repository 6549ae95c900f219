import MachinePort
import Testing

@testable import ProspectRuntime

/// What a machine can make its host remember.
@Suite struct RequestTableTests {
  @Test func `requests beyond the most are refused, and room comes back with each reply`() throws {
    var table = RequestTable()
    for id in 0..<UInt64(RequestTable.mostRequests) { try table.begin(id, .sleep(seconds: 1)) }
    expectRefusal(of: .max, .sleep(seconds: 1), by: &table)
    try end(0, in: &table)
    try table.begin(.max, .sleep(seconds: 1))
  }

  @Test func `bytes beyond the most are refused`() throws {
    var table = RequestTable()
    let large = Request.write(path: "x", bytes: [UInt8](repeating: 0, count: 48 << 20))
    for id in 0..<5 { try table.begin(UInt64(id), large) }
    expectRefusal(of: 5, large, by: &table)
    try end(2, in: &table)
    try table.begin(5, large)
  }

  @Test func `a request that was ended or cancelled takes no reply`() throws {
    var table = RequestTable()
    try table.begin(1, .sleep(seconds: 1))
    try table.begin(2, .sleep(seconds: 1))
    table.cancel(1)
    let ended = [table.end(1), table.end(2), table.end(2)]
    #expect(ended == [false, true, false])
    #expect(table.isEmpty)
  }

  @Test func `an id that is in use is refused`() throws {
    var table = RequestTable()
    try table.begin(1, .sleep(seconds: 1))
    expectRefusal(of: 1, .sleep(seconds: 1), by: &table)
  }

  private func expectRefusal(of id: UInt64, _ request: Request, by table: inout RequestTable) {
    do throws(RequestRefusal) {
      try table.begin(id, request)
      Issue.record("the request should be refused")
    } catch {
      #expect(error.message.contains("open"))
    }
  }

  private func end(_ id: UInt64, in table: inout RequestTable) throws {
    let wasOpen = table.end(id)
    try #require(wasOpen)
  }
}

import ProspectJSON
import Testing

@testable import ProspectSandbox

struct LeadBookTests {
  private func upsert(_ book: inout LeadBook, _ text: String, at milliseconds: Int64) throws {
    let change = try LeadChange(body: try JSON.parse(text))
    _ = book.upsert(change, at: Instant(milliseconds: milliseconds))
  }

  @Test("Thousands of changes of few leads lose none of them and keep the order of the last change")
  func compaction() throws {
    var book = LeadBook()
    for round in 0..<500 {
      for lead in 0..<7 where round < 499 || lead.isMultiple(of: 2) {
        try upsert(
          &book, #"{"email":"l\#(lead)@x.example","phone":"\#(round)"}"#, at: Int64(round))
      }
    }
    let start = ChangeLog.Position(instant: Instant(milliseconds: -1), number: 0)
    #expect(book.leads(after: start, limit: 100).map(\.number) == [1, 3, 5, 0, 2, 4, 6])
    #expect(book.updates == 498 * 7 + 4)
  }

  @Test("Two writes that overtake each other are both found by whoever has read the first")
  func overtaking() throws {
    var book = LeadBook()
    try upsert(&book, #"{"email":"first@x.example"}"#, at: 5)
    let read = ChangeLog.Position(instant: Instant(milliseconds: 5), number: 0)
    try upsert(&book, #"{"email":"second@x.example"}"#, at: 4)
    #expect(book.leads(after: read, limit: 9).map(\.email) == ["second@x.example"])
  }

  @Test("An address that a lead gave up no longer matches it")
  func rematching() throws {
    var book = LeadBook()
    try upsert(&book, #"{"external_id":"e","email":"old@x.example"}"#, at: 0)
    try upsert(&book, #"{"external_id":"e","email":"new@x.example"}"#, at: 1)
    try upsert(&book, #"{"email":"OLD@x.example"}"#, at: 2)
    #expect(book.leads.map(\.email) == ["new@x.example", "OLD@x.example"])
    #expect(book.distinctEmails == 2)
  }

  @Test(
    "One address is an address, anything else is not",
    arguments: [
      ("a@x.example", true), ("A.b+c@sub.x.example", true), ("a@x", false), ("a@@x.y", false),
      ("a@x.y; b@x.y", false), ("a b@x.y", false), ("@x.y", false), ("a@.y", false), ("", false),
    ])
  func addresses(text: String, isValid: Bool) {
    #expect(MailAddress.isValid(text) == isValid)
  }
}

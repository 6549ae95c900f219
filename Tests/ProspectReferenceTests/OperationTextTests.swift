import ProspectJSON
import Testing

@testable import ProspectReference

@Suite struct OperationTextTests {
  @Test func aTableMarksWhatIsInferredOrLegacy() throws {
    let operations = OperationSearch([try Fair.provider()]).matches([])
    #expect(
      OperationTable.text(operations) == """
        OPERATION           EFFECT        COST              SOURCE         SCOPES               SUMMARY
        fair.rides.get      read          free              pages, legacy                       Reads a ride.
        fair.rides.list     read          free              seed           rides.read           Lists the rides.
        fair.tickets.order  unrepeatable  2 credits a call  inferred       tickets.write money  Orders tickets.

        """)
  }

  @Test func aTableFitsItsTerminal() throws {
    let operations = OperationSearch([try Fair.provider()]).matches([])
    let lines = OperationTable.text(operations, width: 40).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 40 } && lines.allSatisfy { $0.last == "…" })
  }

  @Test(arguments: [
    ("rides.list", "fair.rides.list    GET /rides"),
    ("rides.list", "  limit   integer  [1 to 100; default 100]"),
    ("rides.list", "  color   string   Paint of the ride. [one of red, blue]"),
    ("rides.list", "Each item\n  id    string\n  tags  string[]\n"),
    ("rides.list", "pages come by themselves (cursor), 100 rows a page unless limit says less"),
    ("rides.list", "Example\n  for ride in fair.rides.list() do print(ride.id) end\n"),
    ("rides.get", "  ride_id  string  [required]"),
    ("rides.get", "pages: the provider's web pages; no longer documented, expect 404"),
    ("tickets.order", "Orders tickets.\nSlow on Sundays.\n"),
    ("tickets.order", "Effect   unrepeatable: happens again each time; after a lost answer"),
    ("tickets.order", "  people[].name  string    [required; at least 1 character]"),
    ("tickets.order", "  exactly one of count, ride_id\n  confirm = true is needed: Tickets cost"),
    ("tickets.order", "until its status is printed, true; fails with torn"),
    ("tickets.order", "job:results() as rides.get, job:download(path)"),
    ("tickets.order", "Secrets  code: shown once, never printed"),
    ("tickets.order", "Cost     2 credits a call"),
  ])
  func aPageSaysEverything(_ name: String, _ words: String) throws {
    let page = OperationPage.text(try Fair.operation(name))
    #expect(page.contains(words), "\(page)")
  }

  @Test func theJSONSaysEverything() throws {
    let reference = try Fair.operation("tickets.order").reference
    #expect(reference["name"] == "fair.tickets.order")
    #expect(reference["cost"] == ["credits": 2, "per": "call"])
    #expect(reference["exactly_one"] == ["count", "ride_id"])
    #expect(reference["confirm"] == "Tickets cost money.")
    #expect(
      reference["arguments"]?.array?.map { $0["name"] } == [
        "count", "people", "people[].name", "ride_id",
      ])
    #expect(reference["job"]?["downloads"] == true)
  }
}

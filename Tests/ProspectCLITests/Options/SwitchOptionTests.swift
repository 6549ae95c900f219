import Testing

@testable import ProspectCLI

@Suite struct SwitchOptionTests {
  private static let switches = [
    LocalProvidersSwitch(
      name: "acme.paging", readings: ["cursor", "offset"], summary: "How lists page.", source: "§1"),
    LocalProvidersSwitch(
      name: "acme.rows", readings: ["10", "50"], summary: "How many rows.", source: "§2"),
  ]

  @Test func readsANameAndAWord() throws {
    let option = try SwitchOption(parsing: "acme.paging=offset")
    #expect((option.name, option.word) == ("acme.paging", "offset"))
    try option.check(against: Self.switches)
  }

  @Test(arguments: ["acme.paging", "=offset", ""])
  func refusesWhatIsNoPair(text: String) {
    #expect(throws: (any Error).self) { try SwitchOption(parsing: text) }
  }

  @Test(arguments: [
    ("acme.pagin=offset", "there is no switch 'acme.pagin'", "did you mean 'acme.paging'?"),
    ("other=x", "there is no switch 'other'", "see prospect-run sandbox --list-switches"),
    (
      "acme.paging=ofset", "the switch 'acme.paging' has no reading 'ofset'",
      "did you mean 'offset'?"
    ),
    (
      "acme.paging=", "the switch 'acme.paging' has no reading ''",
      "its readings are cursor, offset"
    ),
  ])
  func saysWhatWasProbablyMeant(text: String, message: String, hint: String) throws {
    let option = try SwitchOption(parsing: text)
    #expect(throws: UsageError(message: message, hint: hint)) {
      try option.check(against: Self.switches)
    }
  }
}

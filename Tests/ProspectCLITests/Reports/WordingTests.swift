import Testing

@testable import ProspectCLI

@Suite struct WordingTests {
  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-1000, "-1,000"),
  ])
  func groupsDigits(value: Int, text: String) {
    #expect(Wording.count(value) == text)
  }

  @Test(arguments: [
    (Duration.milliseconds(40), "0.0 s"), (.milliseconds(840), "0.8 s"),
    (.milliseconds(9970), "9 s"),
    (.seconds(12), "12 s"), (.seconds(60), "1 m 00 s"), (.seconds(185), "3 m 05 s"),
    (.seconds(7440), "2 h 04 m"), (.seconds(-1), "0.0 s"),
  ])
  func saysHowLongItTook(duration: Duration, text: String) {
    #expect(Wording.time(duration) == text)
  }

  @Test func countsNouns() {
    #expect(Wording.count(1, "call") == "1 call")
    #expect(Wording.count(2034, "call") == "2,034 calls")
  }
}

import Testing

@testable import ProspectCLI

@Suite struct NameGuessTests {
  @Test(arguments: [
    ("sandbx", "sandbox"), ("sandobx", "sandbox"), ("SANDBOX", "sandbox"), ("chek", "check"),
    ("runz", "runs"),
  ])
  func findsTheNameThatWasMeant(word: String, name: String) {
    #expect(NameGuess.nearest(to: word, among: ["check", "sandbox", "runs"]) == name)
  }

  @Test(arguments: ["ls", "weekly", "box", ""])
  func staysSilentAboutOtherWords(word: String) {
    #expect(NameGuess.nearest(to: word, among: ["check", "sandbox", "runs"]) == nil)
  }

  @Test func countsASwapAsOneSlip() {
    #expect(NameGuess.slips(from: "ab", to: "ba") == 1)
    #expect(NameGuess.slips(from: "abc", to: "") == 3)
  }
}

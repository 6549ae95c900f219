import ProspectAPI
import Testing

@testable import ProspectAPI
@testable import ProspectCLI

@Suite struct PlainTextTests {
  @Test(arguments: [
    ("Müller 株式会社", "Müller 株式会社"),
    ("red \u{1b}[31m", #"red \u{1b}[31m"#),
    ("a\nb\tc\r", #"a\nb\tc\r"#),
    ("\u{9b}2J", #"\u{9b}2J"#),
    ("user\u{202e}gpj.exe", #"user\u{202e}gpj.exe"#),
  ])
  func writesOutWhatWouldSteerATerminal(text: String, shown: String) {
    #expect(PlainText.line(text) == shown)
  }

  @Test func keepsTheLinesOfATraceback() {
    #expect(PlainText.lines("stack:\n\tx.lua:1") == ["stack:", "    x.lua:1"])
  }

  @Test(arguments: [("abc", 3), ("é", 1), ("e\u{301}", 1), ("株式", 4), ("🚀", 2)])
  func knowsHowWideTextIs(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test(arguments: [
    ("abcdef", 6, "abcdef"), ("abcdef", 4, "abc…"), ("株式会社", 6, "株式…"), ("abc", 0, ""),
  ])
  func cutsTextToTheTerminal(text: String, columns: Int, shown: String) {
    #expect(DisplayWidth.fit(text, to: columns) == shown)
  }

  @Test(arguments: [
    ("http://127.0.0.1:4010/api", "http://127.0.0.1:4010/api"), ("a b", "'a b'"),
    ("it's", #"'it'\''s'"#),
    ("", "''"), ("$HOME", "'$HOME'"),
  ])
  func quotesWordsForTheShell(text: String, word: String) {
    #expect(ShellWord.quoted(text) == word)
  }
}

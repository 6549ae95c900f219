import Testing

@testable import ProspectCLI

@Suite struct CompletionTests {
  @Test(arguments: [
    ("up", ["upsert"], "sert"), ("", ["leads", "lists"], "l"), ("l", ["leads", "lists"], ""),
    ("x", ["leads"], ""), ("leads", ["leads"], ""), ("h", ["höhe", "höhle"], "öh"),
  ])
  func insertsWhatTheCandidatesHaveInCommon(
    _ prefix: String, _ words: [String], _ insertion: String
  ) {
    #expect(Completion(prefix: prefix, among: words).insertion == insertion)
  }

  @Test(arguments: [
    (["a", "b", "c"], 80, ["a  b  c"]),
    (["aa", "b", "cc", "d", "e"], 11, ["aa  cc  e", "b   d"]),
    (["long words", "b"], 6, ["long…", "b"]),
    (["a"], 1, ["a"]),
    ([], 80, []),
  ])
  func standInColumns(_ words: [String], _ width: Int, _ lines: [String]) {
    #expect(CandidateColumns.lines(words, width: width) == lines)
  }
}

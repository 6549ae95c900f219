import Testing

@testable import ProspectCLI

@Suite struct InputBufferTests {
  @Test func collectsLinesUntilTheStatementIsWhole() {
    var input = InputBuffer()
    #expect(input.prompt == "> ")
    #expect(input.add("for i = 1, 2 do") == "for i = 1, 2 do")
    #expect(input.prompt == ">> ")
    #expect(input.add("") == "for i = 1, 2 do\n")
    #expect(input.add("end") == "for i = 1, 2 do\n\nend")
    input.clear()
    #expect(input.prompt == "> ")
  }

  @Test func evaluatesNoEmptyLine() {
    var input = InputBuffer()
    #expect(input.add("  \t") == nil)
    #expect(!input.isContinued)
  }
}

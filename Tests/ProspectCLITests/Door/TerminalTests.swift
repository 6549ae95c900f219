import Testing

@testable import ProspectCLI

/// The program at a terminal, as a person uses it.
@Suite(.serialized, .timeLimit(.minutes(2))) struct TerminalTests {
  @Test func printsTheValuesOfExpressions() throws {
    let terminal = try Terminal([])
    try terminal.see("> ")
    terminal.type("20 + 22\n")
    try terminal.see("\r\n42\r\n> ")
    terminal.type("\u{4}")
    #expect(try terminal.finish() == 0)
  }

  @Test func waitsForTheRestOfAStatement() throws {
    let terminal = try Terminal([])
    try terminal.see("> ")
    terminal.type("for i = 1, 2 do\n")
    try terminal.see("\n>> ")
    terminal.type("print('row ' .. i) end\n")
    try terminal.see("\r\nrow 1\r\nrow 2\r\n> ")
    terminal.type("\u{4}")
    #expect(try terminal.finish() == 0)
  }

  @Test func keepsLocalsAndSurvivesErrors() throws {
    let terminal = try Terminal([])
    try terminal.see("> ")
    terminal.type("local n = 41\n")
    try terminal.see("\n> ")
    terminal.type("error('no luck')\n")
    try terminal.see("no luck\r\n")
    try terminal.see("> ")
    terminal.type("n + 1\n")
    try terminal.see("\r\n42\r\n> ")
    terminal.type("\u{4}")
    #expect(try terminal.finish() == 0)
  }

  @Test func cancelsTheEvaluationOnControlC() throws {
    let terminal = try Terminal([])
    try terminal.see("> ")
    terminal.type("print('spin' .. 'ning') time.sleep(0) while true do end\n")
    try terminal.see("spinning\r\n")
    terminal.type("\u{3}")
    try terminal.see("> ")
    terminal.type("'still ' .. 'here'\n")
    try terminal.see("still here\r\n> ")
    terminal.type("\u{4}")
    #expect(try terminal.finish() == 0)
  }

  @Test func givesALineUpOnControlC() throws {
    let terminal = try Terminal([])
    try terminal.see("> ")
    terminal.type("for i = 1, 2 do\n")
    try terminal.see(">> ")
    terminal.type("\u{3}")
    try terminal.see("\n> ")
    terminal.type("7 * 6\n")
    try terminal.see("\r\n42\r\n> ")
    terminal.process.send(StopSignal.terminate.rawValue)
    #expect(try terminal.finish() == 143)
  }

  @Test func remembersLines() throws {
    let folder = try TemporaryFolder()
    let environment = ["XDG_STATE_HOME": folder.path]
    let first = try Terminal([], environment: environment)
    try first.see("> ")
    first.type("print 'remembered'\n")
    try first.see("\nremembered\r\n> ")
    first.type("\u{4}")
    #expect(try first.finish() == 0)

    let second = try Terminal([], environment: environment)
    try second.see("> ")
    second.type("\u{1b}[A")
    try second.see("print 'remembered'")
    second.type("\n")
    try second.see("\nremembered\r\n> ")
    second.type("\u{4}")
    #expect(try second.finish() == 0)
    withExtendedLifetime(folder) {}
  }

  @Test func completesOnATab() throws {
    let terminal = try Terminal([])
    try terminal.see("> ")
    terminal.type("local crm = require \"prospectb\t\"\n")
    try terminal.see("2b\"\r\n> ")
    terminal.type("crm.leads.ups\t")
    try terminal.see("ert")
    terminal.type(" { nothing_like_it\t")
    try terminal.see("\u{7}")
    terminal.type("\u{15}print('a' .. csv.\t")
    try terminal.see("\r\nformat  parse   rows\r\n")
    try terminal.see("> print('a' .. csv.")
    terminal.type("fo\t { { b = 1 } })\n")
    // The rows of a CSV text end in CR LF themselves.
    try terminal.see("\nab\r\r\n1\r\r\n")
    try terminal.see("> ")
    terminal.type("\u{4}")
    #expect(try terminal.finish() == 0)
  }

  @Test func listsBelowALineOfSeveralRows() throws {
    let terminal = try Terminal([])
    try terminal.see("> ")
    let long = "print(#'\(String(repeating: "x", count: 170))', "
    terminal.type(long + "csv.\t")
    try terminal.see("\nformat  parse   rows\r\n\r\n\r\n")
    // All rows are drawn again, and the line is as it was.
    try terminal.see("> print(#'xx")
    terminal.type("rows ~= nil)\n")
    try terminal.see("\n170\ttrue\r\n> ")
    terminal.type("\u{4}")
    #expect(try terminal.finish() == 0)
  }

  @Test func drawsALiveLineThatOutputNeverMixesWith() throws {
    let code = """
      parallel.each({ 1, 2, 3 }, function(n)
        time.sleep(0.4)
        print("row " .. n)
      end, { concurrency = 1 })
      """
    let terminal = try Terminal(["-e", code])
    #expect(try terminal.finish() == 0)
    let text = terminal.text
    #expect(text.contains("\u{1b}[K"))
    // Every row begins where the live line was taken away, or behind another row.
    for row in ["row 1\r\n", "row 2\r\n", "row 3\r\n"] {
      #expect(text.contains("\r\u{1b}[K" + row) || text.contains("\r\n" + row))
    }
    #expect(text.hasSuffix("\r\n") || text.hasSuffix("\u{1b}[K"))
  }

  @Test func stopsGracefullyOnTheFirstControlC() throws {
    let terminal = try Terminal(["-e", "print('read' .. 'y') time.sleep(600)"])
    try terminal.see("ready\r\n")
    terminal.type("\u{3}")
    try terminal.see("cancelled\r\n")
    #expect(try terminal.finish() == 130)
  }

  @Test func stopsAtOnceOnTheSecondControlC() throws {
    let code = """
      print("read" .. "y")
      time.sleep(0)
      while true do pcall(function() while true do end end) end
      """
    let terminal = try Terminal(["-e", code])
    try terminal.see("ready\r\n")
    terminal.type("\u{3}")
    terminal.type("\u{3}")
    #expect(try terminal.finish() == 130)
  }
}

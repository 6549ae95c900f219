import Testing

@testable import ProspectSandbox

struct FaultReaderTests {
  @Test(
    "A fault says whose calls, which of them, and what happens",
    arguments: [
      ("any#1:refuse", 1...1, [FaultAction.refuse]),
      ("openprospect.*#2-4:error-body", 2...4, [.errorBody]),
      ("prospectb2b.me#3-:drop-answer=reset", 3...Int.max, [.dropAnswer(isReset: true)]),
      ("prospectb2b.me#*:stall=2s,after=10", 1...Int.max, [.stall(.seconds(2), after: 10)]),
      (
        "spherescout.file#1:reset-after=100+changed-etag", 1...1, [.resetAfter(100), .changedETag]
      ),
      ("any#1:content-length=+10+refuse", 1...1, [.contentLength(10), .refuse]),
      (
        "any#1:status=503,retry-after=Sun, 06 Nov 1994 08:49:37 GMT,x-a=1", 1...1,
        [.status(503, ["retry-after": "Sun, 06 Nov 1994 08:49:37 GMT", "x-a": "1"])]
      ),
      (
        "any#1:storm=20,burst=5,for=1m", 1...1,
        [.storm(TokenBucket.Terms(rate: 20, burst: 5, lasting: .seconds(60)))]
      ),
      (
        "prospectb2b.workflows.run#1:stuck-job=500ms", 1...1, [.stuckJob(.milliseconds(500))]
      ),
    ])
  func reads(text: String, calls: ClosedRange<Int>, actions: [FaultAction]) throws {
    let fault = try Fault(parsing: text)
    #expect(fault.calls == calls)
    #expect(fault.actions == actions)
    #expect(fault.id == text)
  }

  @Test(
    "A text that is no fault says what is wrong with it, and what would be right",
    arguments: [
      ("drop-answer", "'drop-answer' is no fault", "TARGET#N:KIND"),
      (
        "prospectb2b.leads.upsrt#1:refuse", "no operation 'prospectb2b.leads.upsrt'",
        "did you mean 'prospectb2b.leads.upsert'?"
      ),
      ("any#0:refuse", "'0' tells no calls", "they count from 1"),
      ("any#5-3:refuse", "'5-3' tells no calls", "they count from 1"),
      ("any#1:drop-anser", "no kind of fault 'drop-anser'", "did you mean 'drop-answer'?"),
      ("any#1:refuse=2", "refuse takes no value", "without ="),
      ("any#1:status", "status needs a code", "status=503"),
      ("any#1:status=200", "status cannot take '200'", "300 to 599"),
      ("any#1:status=503,bad name=1", "status cannot take 'bad name'", "no name of a header"),
      ("any#1:stall=2", "stall cannot take '2'", "500ms"),
      ("any#1:stall=2s,aftr=3", "no value of stall 'aftr'", "did you mean 'after'?"),
      ("any#1:storm=0", "storm cannot take '0'", "from 1"),
      ("any#1:malformed-json=xml", "malformed-json cannot take 'xml'", "html, garbage"),
      ("any#1:page-drift", "page-drift has no meaning", "openprospect.searches.list"),
      ("prospectb2b.me#1:stuck-job", "stuck-job has no meaning", "spherescout.exports.start"),
      ("any#1:refuse+", "no kind of fault ''", "--list-faults"),
    ])
  func refuses(text: String, message: String, hint: String) {
    do {
      _ = try Fault(parsing: text)
      Issue.record("\(text) was read")
    } catch {
      #expect(error.message.contains(message), "\(error.message)")
      #expect(error.hint.contains(hint), "\(error.hint)")
    }
  }

  @Test(
    "In a file, empty lines and what stands behind # say nothing, and lines keep their numbers")
  func lines() {
    let lines = Fault.lines(of: "# all\n\n  any#1:refuse \r\nany#2:refuse\t# the second")
    #expect(lines.map(\.number) == [3, 4])
    #expect(lines.map(\.text) == ["any#1:refuse", "any#2:refuse"])
  }

  @Test("Every target that a kind names is an operation")
  func targets() {
    for kind in FaultKind.all {
      for operation in kind.operations ?? [] {
        #expect(FaultTarget.operations.contains(operation), "\(kind.name) at \(operation)")
      }
    }
  }
}

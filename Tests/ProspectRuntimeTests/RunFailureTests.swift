import MachinePort
import Testing

@testable import ProspectRuntime

@Suite struct RunFailureTests {
  @Test(arguments: [
    ("error", 1), ("syntax", 1), ("argument", 1), ("usage", 1), ("function", 1), ("crash", 1),
    ("internal", 1), ("credential", 3), ("scope", 3), ("provider", 4), ("transport", 4),
    ("timeout", 4), ("job_failed", 4), ("limit", 5), ("memory", 5), ("grant", 5), ("suspended", 6),
    ("unknown_outcome", 7), ("cancelled", 130), ("terminated", 143), ("a kind of tomorrow", 1),
  ])
  func `each kind has its exit code`(_ kind: String, _ code: Int) {
    #expect(RunFailure.Kind(rawValue: kind).exitCode == Int32(code))
  }

  @Test func `the fields of an error value are taken over`() {
    let failure = RunFailure(
      Failure(
        kind: .error, message: "weekly.lua:3: no", file: "@weekly.lua", line: 3,
        errorJSON: Array(
          #"{"kind":"scope","provider":"p","operation":"o","status":403,"code":"c","request_id":"r","attempts":2,"hint":"h"}"#
            .utf8)))
    #expect(failure.kind == .scope)
    #expect(failure.message == "no")
    #expect(failure.description == "weekly.lua:3: no")
    #expect(failure.provider == "p" && failure.operation == "o" && failure.status == 403)
    #expect(failure.code == "c" && failure.requestID == "r" && failure.attempts == 2)
    #expect(failure.hint == "h")
  }

  @Test(arguments: ["terminated", "crash", "internal", "nonsense", "cancelled"])
  func `a recipe cannot claim what only the host can know`(_ kind: String) {
    let failure = RunFailure(
      Failure(kind: .error, message: "x", errorJSON: Array(#"{"kind":"\#(kind)"}"#.utf8)))
    #expect(failure.kind == .error)
  }

  @Test func `an error value of another shape is an error all the same`() {
    for json in ["[1]", "{\"status\":\"x\",\"kind\":7}", "not json"] {
      let failure = RunFailure(Failure(kind: .error, message: "x", errorJSON: Array(json.utf8)))
      #expect(failure.kind == .error && failure.status == nil)
    }
  }
}

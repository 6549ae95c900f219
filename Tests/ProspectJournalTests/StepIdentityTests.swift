import ProspectJournal
import Testing

@Suite struct StepIdentityTests {
  private let upsert = StepIdentity(
    operation: "prospectb2b.leads.upsert", arguments: Array(#"{"email":"a@example.com"}"#.utf8))

  @Test func `the same content is the same step, wherever it happens`() {
    let again = StepIdentity(
      operation: "prospectb2b.leads.upsert", arguments: Array(#"{"email":"a@example.com"}"#.utf8))
    #expect(upsert == again)
  }

  @Test func `another operation or other arguments are another step`() {
    let arguments = Array(#"{"email":"a@example.com"}"#.utf8)
    #expect(upsert != StepIdentity(operation: "prospectb2b.leads.create", arguments: arguments))
    #expect(
      upsert != StepIdentity(operation: "prospectb2b.leads.upsert", arguments: arguments + [32]))
  }

  @Test func `where the operation ends and the arguments begin matters`() {
    #expect(
      StepIdentity(operation: "ab", arguments: Array("c".utf8))
        != StepIdentity(operation: "a", arguments: Array("bc".utf8)))
  }

  @Test func `a key never changes between builds, for a resumed run must send the same one`() {
    // sha256("run-1" 00 sha256("a.b" 00 "{}") 01000000), its first half
    let key = StepIdentity(operation: "a.b", arguments: Array("{}".utf8))
      .idempotencyKey(run: "run-1", occurrence: 1)
    #expect(key == "15d6d3a3d46e67fad9931da52f733b15")
  }

  @Test func `run and occurrence change the key`() {
    let keys: Set = [
      upsert.idempotencyKey(run: "one", occurrence: 1),
      upsert.idempotencyKey(run: "one", occurrence: 2),
      upsert.idempotencyKey(run: "two", occurrence: 1),
    ]
    #expect(keys.count == 3)
    #expect(keys.allSatisfy { $0.count == 32 && $0.allSatisfy(\.isHexDigit) })
  }
}

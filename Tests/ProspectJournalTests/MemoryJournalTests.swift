import ProspectJournal
import Testing

@Suite struct MemoryJournalTests {
  private let journal = MemoryJournal(run: "run-1")
  private let done = StepOutcome.succeeded(response: [], facts: [])

  private func perform(
    _ effectClass: EffectClass, arguments: String = "{}", ending outcome: StepOutcome
  ) async -> Step? {
    var seen: Step?
    _ = await journal.perform(
      operation: "crm.leads.upsert", effectClass: effectClass,
      identity: StepIdentity(operation: "crm.leads.upsert", arguments: Array(arguments.utf8)),
      request: [1, 2, 3]
    ) { step in
      seen = step
      return outcome
    }
    return seen
  }

  @Test func `equal steps are counted and get keys of their own`() async throws {
    let first = try #require(await perform(.keyed, ending: done))
    let second = try #require(await perform(.keyed, ending: done))
    let other = try #require(await perform(.keyed, arguments: "[]", ending: done))
    #expect([first.occurrence, second.occurrence, other.occurrence] == [1, 2, 1])
    #expect(first.idempotencyKey != second.idempotencyKey)
    #expect(first.idempotencyKey != other.idempotencyKey)
  }

  @Test(arguments: EffectClass.allCases) func `only keyed steps carry a key`(_ effect: EffectClass)
    async
  {
    let step = await perform(effect, ending: done)
    #expect((step?.idempotencyKey != nil) == (effect == .keyed))
  }

  @Test func `an intent is open while its step goes on`() async {
    let journal = journal
    let outcome = await journal.perform(
      operation: "crm.leads.upsert", effectClass: .keyed,
      identity: StepIdentity(operation: "crm.leads.upsert", arguments: []), request: [7]
    ) { step in
      #expect(journal.openSteps == [step])
      #expect(step.request == [7])
      return .failed(error: [])
    }
    #expect(outcome == .failed(error: []))
    #expect(journal.openSteps.isEmpty)
  }

  @Test func `the intent of an abandoned step stays open, for its effect may have happened`() async
  {
    let step = await perform(.keyed, ending: .abandoned(error: []))
    #expect(journal.openSteps == [step])
  }

  @Test func `an abandoned read leaves nothing behind`() async {
    _ = await perform(.read, ending: .abandoned(error: []))
    #expect(journal.openSteps.isEmpty)
  }
}

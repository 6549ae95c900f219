/// A recorder that forgets everything when its run ends: it numbers equal steps and derives their keys.
///
/// Its memory does not grow with the size of requests and answers: of a finished step 12 bytes remain, the number of
/// its occurrences under the short form of its identity.
package final class MemoryJournal: StepRecorder {
  /// The run whose keys are derived here.
  package let run: String
  private var occurrences: [UInt64: UInt32] = [:]
  /// Steps that were begun and have no outcome, by a number of their own.
  private var intents: [UInt64: Step] = [:]
  private var lastIntent: UInt64 = 0

  package init(run: String) { self.run = run }

  /// The steps, other than reads, that were begun and whose outcome is not known.
  package var openSteps: [Step] { intents.sorted { $0.key < $1.key }.map(\.value) }

  package func perform(
    operation: String, effectClass: EffectClass, identity: StepIdentity, request: [UInt8],
    _ body: (Step) async -> StepOutcome
  ) async -> StepOutcome {
    let step = makeStep(operation, effectClass, identity, request)
    // A lost read is simply repeated, so nobody will ask for its intent.
    guard effectClass != .read else { return await body(step) }
    lastIntent += 1
    let intent = lastIntent
    intents[intent] = step
    let outcome = await body(step)
    if outcome.isFinal { intents[intent] = nil }
    return outcome
  }

  private func makeStep(
    _ operation: String, _ effectClass: EffectClass, _ identity: StepIdentity, _ request: [UInt8]
  ) -> Step {
    // Two different steps with one short form would only count each other: their keys still differ.
    let occurrence = occurrences[identity.short, default: 0] &+ 1
    occurrences[identity.short] = occurrence
    let key =
      effectClass == .keyed
      ? identity.idempotencyKey(run: run, occurrence: occurrence) : nil
    return Step(
      operation: operation, effectClass: effectClass, identity: identity, occurrence: occurrence,
      idempotencyKey: key, request: request)
  }
}

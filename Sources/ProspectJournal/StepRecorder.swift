/// Where every effect of a run passes on its way to the world: remembers what was intended and what came of it.
///
/// Belongs to one run and, as it is not `Sendable`, to whoever serves that run.
package protocol StepRecorder: AnyObject {
  /// Performs one step: records the intent, has `body` carry it out, records the outcome.
  ///
  /// A recorder that already knows the outcome of this step answers with it, and `body` is not called.
  ///
  /// - Parameters:
  ///   - operation: what is done, as in "prospectb2b.leads.upsert".
  ///   - effectClass: how it may be repeated.
  ///   - identity: tells the step from others.
  ///   - request: the exact bytes that will be sent.
  ///   - body: carries the step out, with the key that the step gives it.
  func perform(
    operation: String, effectClass: EffectClass, identity: StepIdentity, request: [UInt8],
    _ body: (Step) async -> StepOutcome
  ) async -> StepOutcome
}

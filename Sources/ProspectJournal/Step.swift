/// One effect of a run on the world outside the machine.
package struct Step: Sendable, Equatable {
  /// What is done, as in "prospectb2b.leads.upsert".
  package let operation: String
  /// How it may be repeated.
  package let effectClass: EffectClass
  /// What makes it the same step in another process.
  package let identity: StepIdentity
  /// How many-th step with this identity it is in its run, from 1.
  package let occurrence: UInt32
  /// The key to send with it; nil unless the class is `keyed`.
  package let idempotencyKey: String?
  /// The exact bytes to send; sent again unchanged when the step is settled later.
  package let request: [UInt8]
}

/// What became of a lead that was written.
struct LeadWrite: Sendable {
  enum Outcome: String, Sendable { case created, updated, unchanged }

  let lead: Lead
  let outcome: Outcome
}

/// How a batch of leads is written [contract prospectb2b §8.2, §8.3].
enum LeadWriteMode: String, Sendable { case create, upsert }

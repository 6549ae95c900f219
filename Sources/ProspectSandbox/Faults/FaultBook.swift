/// The faults that are planned in a sandbox, which of them have struck, and what they left behind.
struct FaultBook: Sendable {
  /// A fault and what has become of it.
  struct Plan: Sendable {
    let fault: Fault
    /// Calls of its target so far.
    var seen = 0
    var firings: [Firing] = []
  }

  struct Firing: Sendable {
    /// Which call of the target it was, from 1.
    let call: Int
    let operation: String
    let at: Instant
    var requestID: String?
    /// What was drawn or found out, as in `reset after 137 of 512 bytes`.
    var details: [String] = []
  }

  /// A call that a fault strikes.
  struct Strike: Sendable {
    let id: String
    let call: Int
    let actions: [FaultAction]
    /// What chance decides, the same for each replay.
    var random: SplitMix64
  }

  private let seed: UInt64
  private(set) var plans: [Plan] = []
  /// By provider: the only key that is good.
  var keys: [String: String] = [:]
  /// By path: rows that came in before those that were read.
  var drifts: [String: Int] = [:]
  /// By number of the prospect search: companies that came before their time.
  var lateDeliveries: [Int: Int] = [:]
  /// By provider, when one is on.
  var storms: [String: Storm] = [:]

  init(seed: UInt64 = 0) { self.seed = seed }

  mutating func plan(_ faults: [Fault]) { plans += faults.map { Plan(fault: $0) } }

  /// Faults that have not struck.
  var neverFired: [String] { plans.filter { $0.firings.isEmpty }.map(\.fault.id) }

  /// What strikes a call that arrives now.
  mutating func strikes(_ operation: String, at now: Instant) -> [Strike] {
    guard !plans.isEmpty else { return [] }
    return plans.indices.compactMap { index in
      let fault = plans[index].fault
      guard fault.target.covers(operation) else { return nil }
      plans[index].seen += 1
      let call = plans[index].seen
      guard fault.calls.contains(call) else { return nil }
      plans[index].firings.append(Firing(call: call, operation: operation, at: now))
      return Strike(
        id: fault.id, call: call, actions: fault.actions,
        random: SplitMix64(seed: seed ^ Checksum.of(fault.id.utf8), index: call))
    }
  }

  /// Adds to what is known of a strike.
  mutating func note(_ strike: Strike, requestID: String? = nil, _ detail: String? = nil) {
    guard let plan = plans.firstIndex(where: { $0.fault.id == strike.id }),
      let firing = plans[plan].firings.firstIndex(where: { $0.call == strike.call })
    else { return }
    if let requestID { plans[plan].firings[firing].requestID = requestID }
    if let detail { plans[plan].firings[firing].details.append(detail) }
  }

  /// Takes a call into account when a storm is on; nil when none is.
  mutating func admit(_ key: String, to provider: String, at now: Instant) -> RateWindow.Reading? {
    guard let storm = storms[provider] else { return nil }
    if let end = storm.end, now >= end { return nil }
    return storms[provider]?.admit(key, at: now)
  }
}

/// The gates of a process, one for each origin and credential.
///
/// A gate lives as long as somebody has it: what a provider said is forgotten with the last pipeline that heard it. So the
/// identity of a pipeline is not taken by another one while its gates live.
package final class TrafficBook: Sendable {
  /// Shared by all runtimes of this process, as providers count requests by credential and not by runtime.
  package static let process = TrafficBook()

  private struct Entry {
    let origin: Origin
    let holder: Holder
    weak var gate: OriginGate?
  }

  /// Who pays for requests, as far as the origin can tell.
  enum Holder: Equatable {
    /// Nobody: what is public.
    case everyone
    case key(Secret)
    /// Tokens change, the account stays.
    case login(provider: String, user: Secret)
    /// One who asks for tokens. What stands in the way of calls does not stand in the way of these.
    case entrant(provider: String, user: Secret)
    /// The calls of one pipeline that nothing but itself tells from those of others: its keys change, or its requests to a
    /// granted host carry what only the recipe knows.
    case pipeline(ObjectIdentifier, provider: String)
  }

  let limits: TrafficLimits
  private let entries = Locked<[Entry]>([])

  package init(_ limits: TrafficLimits = .init()) { self.limits = limits }

  /// How many gates somebody has.
  var count: Int { entries.withLock { entries in entries.count { $0.gate != nil } } }

  /// The gate to an origin for a holder; a new one tells the time by `clock`.
  func gate(to origin: Origin, for holder: Holder, clock: GateClock) -> OriginGate {
    entries.withLock { entries in
      entries.removeAll { $0.gate == nil }
      let known = entries.first { $0.origin == origin && $0.holder == holder }
      if let gate = known?.gate { return gate }
      let gate = OriginGate(limits, clock: clock)
      entries.append(Entry(origin: origin, holder: holder, gate: gate))
      return gate
    }
  }
}

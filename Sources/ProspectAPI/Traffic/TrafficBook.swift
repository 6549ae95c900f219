/// The gates of a process, one for each origin and credential.
///
/// A gate lives as long as somebody has it: what a provider said is forgotten with the last pipeline that heard it.
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
    case login(provider: String)

    init(_ credential: Credential?, of provider: Provider) {
      switch credential {
      case nil: self = .everyone
      case let credential? where credential.isToken: self = .login(provider: provider.name)
      case let credential?: self = .key(credential.secret)
      }
    }
  }

  let limits: TrafficLimits
  private let entries = Locked<[Entry]>([])

  package init(_ limits: TrafficLimits = .init()) { self.limits = limits }

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

import HTTPTypes

extension LedgerState {
  /// Lets happen what comes before the operation.
  ///
  /// - Returns: what the operation itself must know.
  mutating func prepare(
    _ strike: FaultBook.Strike, of operation: String, _ fate: inout CallFate, _ ledger: Ledger,
    token: String
  ) {
    let provider = String(operation.prefix { $0 != "." })
    for action in strike.actions {
      switch action {
      case .status(let code, let headers): fate.refusal = .injected(code, headers)
      case .errorBody: fate.refusal = .injected(500, [:])
      case .unauthorized: fate.refusal = LedgerState.badKey(provider)
      case .rotatedKey(let key): rotateKey(of: provider, to: key, strike)
      case .expiredTokens(let includesRefresh):
        sessions.withdrawAll(includesRefresh ? [.access, .refresh] : [.access])
      case .storm(let terms): faults.storms[provider] = Storm(terms, at: ledger.clock.now)
      case .stuckJob(let delay): fate.jobDelay = delay
      case .failedJob: fate.jobFails = true
      case .ignoredRange: fate.ignoresRange = true
      case .expiredLink:
        guard let export = exports.export(file: token) else { continue }
        exports.replaceLink(of: export.number, identifiers: ledger.identifiers)
      default: continue
      }
    }
  }

  /// Lets happen what changes the world behind the operation.
  mutating func follow(_ strike: FaultBook.Strike, _ call: Call, token: String) {
    for action in strike.actions {
      switch action {
      case .pageDrift(let rows): faults.drifts[call.path, default: 0] += rows
      case .changedETag:
        guard let export = exports.export(file: token) else { continue }
        exports.renewFile(of: export.number)
      default: continue
      }
    }
  }

  /// Lets companies be delivered just before a page of them is read.
  mutating func lateDeliveries(_ strike: FaultBook.Strike, _ call: Call, _ ledger: Ledger) {
    let id = call.parameter("prospect_search_id")
    guard let search = ledger.catalog.searches.firstIndex(where: { $0.id == id }) else { return }
    for case .lateDeliveries(let count) in strike.actions {
      faults.lateDeliveries[search, default: 0] += count
    }
  }

  private mutating func rotateKey(of provider: String, to key: String?, _ strike: FaultBook.Strike)
  {
    var random = strike.random
    let key = key ?? SandboxKeys.another(for: provider, random.next())
    faults.keys[provider] = key
    faults.note(strike, "the key is \(key) now")
  }

  private static func badKey(_ provider: String) -> Refusal {
    switch provider {
    case OpenProspect.name: OpenProspect.badKey
    case ProspectB2B.name: ProspectB2B.badKey
    default: SphereScout.badKey
    }
  }
}

extension Refusal {
  /// An error of the server's own making.
  fileprivate static func injected(_ status: Int, _ headers: FaultAction.Headers) -> Refusal {
    Refusal(
      status, "sandbox_fault", "a fault that was planned",
      headers: headers.sorted { $0.key < $1.key }.map { (.known($0.key), $0.value) })
  }
}

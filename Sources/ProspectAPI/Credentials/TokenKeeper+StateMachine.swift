extension TokenKeeper {
  /// Decides who calls with which tokens, and when new ones are fetched: pure, so every order of events can be tested.
  struct StateMachine {
    /// How new tokens are got.
    enum Work: Equatable {
      case login
      case refresh(Secret)
    }

    /// Tokens and the number of their renewal, by which a refusal tells which ones were refused.
    struct Held: Equatable {
      let tokens: TokenPair
      let serial: UInt64
    }

    /// What somebody who wants to call does.
    enum Answer: Equatable {
      case use(Held)
      /// Waits for work that goes on.
      case wait
      /// Waits, too; and this work is to be begun for all.
      case begin(Work)
      case fail(CallError)
    }

    /// What follows the end of the work.
    enum Sequel: Equatable {
      case give(Held, to: [UInt64])
      case fail(CallError, for: [UInt64])
      /// Those who wait go on waiting.
      case begin(Work)
    }

    private enum Phase {
      case empty
      case held(TokenPair, isRefused: Bool)
      case working(Work, former: TokenPair?, waiters: [UInt64])
      /// The login was refused; trying it again could lock the account.
      case locked(CallError)
    }

    private var phase = Phase.empty
    private var serial: UInt64 = 0

    /// Somebody wants to call.
    ///
    /// - Parameter now: in Unix seconds.
    mutating func want(_ waiter: UInt64, now: Double) -> Answer {
      switch phase {
      case .locked(let error): return .fail(error)
      case .empty: return begin(.login, former: nil, waiter)
      case .working(let work, let former, let waiters):
        phase = .working(work, former: former, waiters: waiters + [waiter])
        return .wait
      case .held(let tokens, let isRefused):
        let isOld = tokens.renewalTime.map { now >= $0 } ?? false
        guard isRefused || isOld else { return .use(Held(tokens: tokens, serial: serial)) }
        return begin(tokens.refresh.map { .refresh($0) } ?? .login, former: tokens, waiter)
      }
    }

    private mutating func begin(_ work: Work, former: TokenPair?, _ waiter: UInt64) -> Answer {
      phase = .working(work, former: former, waiters: [waiter])
      return .begin(work)
    }

    /// A call was answered with 401. Only the first one that says so of these tokens counts.
    mutating func refused(_ refused: UInt64) {
      guard refused == serial, case .held(let tokens, _) = phase else { return }
      phase = .held(tokens, isRefused: true)
    }

    /// Somebody does not wait any more. The work goes on: others will want its fruit.
    mutating func leave(_ waiter: UInt64) {
      guard case .working(let work, let former, let waiters) = phase else { return }
      phase = .working(work, former: former, waiters: waiters.filter { $0 != waiter })
    }

    /// The work brought new tokens.
    mutating func succeeded(_ tokens: TokenPair) -> Sequel {
      guard case .working(_, _, let waiters) = phase else { return .fail(Self.misplaced, for: []) }
      serial += 1
      phase = .held(tokens, isRefused: false)
      return .give(Held(tokens: tokens, serial: serial), to: waiters)
    }

    /// The work failed for good, after all retries.
    mutating func failed(_ error: CallError) -> Sequel {
      guard case .working(let work, let former, let waiters) = phase else {
        return .fail(Self.misplaced, for: [])
      }
      switch work {
      // A refresh token that is over, too. Some servers answer 400 (RFC 6749 §5.2).
      case .refresh where error.status == 401 || error.status == 400:
        phase = .working(.login, former: nil, waiters: waiters)
        return .begin(.login)
      case .refresh: phase = former.map { .held($0, isRefused: true) } ?? .empty
      case .login: phase = error.kind == .credential ? .locked(error) : .empty
      }
      return .fail(error, for: waiters)
    }

    private static let misplaced = CallError(
      kind: .credential, message: "tokens came that nobody asked for")
  }
}

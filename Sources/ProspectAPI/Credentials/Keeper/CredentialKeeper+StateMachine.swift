extension CredentialKeeper {
  /// Decides who calls with which credential, and when another is looked for: pure, so every order of events can be tested.
  ///
  /// A key is used as it was found. A name and a password become tokens, which are renewed; only when these are refused
  /// at the login itself is the chain of sources asked again: at once, and by each call after that, until they give another.
  struct StateMachine {
    /// How a credential is got.
    enum Work: Equatable {
      /// Asks the sources. With a login that was refused: others may be there by now.
      case find(after: RefusedLogin?)
      case login(FoundLogin)
      case refresh(Secret, FoundLogin)
    }

    /// A name and a password, and where they were found.
    struct FoundLogin: Equatable {
      let secrets: LoginSecrets
      let source: CredentialSource
    }

    struct RefusedLogin: Equatable {
      let login: FoundLogin
      let error: CallError

      /// With the reason why no other login was found.
      fileprivate func joined(_ search: CallError) -> CallError {
        var joined = error
        joined.hint = [error.hint, search.message, search.hint].compactMap(\.self)
          .joined(separator: "; ")
        return joined
      }
    }

    /// What work brings.
    enum Fruit: Equatable {
      case key(Secret, CredentialSource, renewalTime: Double?)
      case login(FoundLogin)
      case tokens(TokenPair)
    }

    /// What calls carry, and its number, by which a refusal tells what was refused.
    struct Held: Equatable {
      let secret: Secret
      let source: CredentialSource
      let isToken: Bool
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
      case held(Held, Store)
      case working(Work, former: (Held, Store)?, waiters: [UInt64])
      /// The login was refused; trying it again could lock the account. Another one is looked for.
      case locked(RefusedLogin)
    }

    /// How what is held is renewed.
    private struct Store {
      var renewalTime: Double?
      var isRefused = false
      /// Of tokens.
      var refresh: Secret?
      var login: FoundLogin?

      /// It is renewed before it is used again.
      var refused: Store {
        var store = self
        store.isRefused = true
        return store
      }

      var renewal: Work {
        guard let login else { return .find(after: nil) }
        return refresh.map { .refresh($0, login) } ?? .login(login)
      }
    }

    private var phase = Phase.empty
    private var serial: UInt64 = 0

    /// What calls carry at that time without waiting for anything; nil when there is nothing.
    ///
    /// - Parameter now: in Unix seconds; not asked for when nothing ends.
    func ready(now: () -> Double) -> Held? {
      guard case .held(let held, let store) = phase, !store.isRefused else { return nil }
      if let renewalTime = store.renewalTime, now() >= renewalTime { return nil }
      return held
    }

    /// Somebody wants to call.
    ///
    /// - Parameter now: in Unix seconds.
    mutating func want(_ waiter: UInt64, now: Double) -> Answer {
      if let held = ready(now: { now }) { return .use(held) }
      switch phase {
      case .locked(let refused): return begin(.find(after: refused), former: nil, waiter)
      case .empty: return begin(.find(after: nil), former: nil, waiter)
      case .working(let work, let former, let waiters):
        phase = .working(work, former: former, waiters: waiters + [waiter])
        return .wait
      case .held(let held, let store):
        return begin(store.renewal, former: (held, store), waiter)
      }
    }

    private mutating func begin(_ work: Work, former: (Held, Store)?, _ waiter: UInt64) -> Answer {
      phase = .working(work, former: former, waiters: [waiter])
      return .begin(work)
    }

    /// A call was answered with 401. Only the first one that says so of this credential counts.
    mutating func refused(_ refused: UInt64) {
      guard refused == serial, case .held(let held, let store) = phase else { return }
      phase = .held(held, store.refused)
    }

    /// Somebody does not wait any more. The work goes on: others will want its fruit.
    mutating func leave(_ waiter: UInt64) {
      guard case .working(let work, let former, let waiters) = phase else { return }
      phase = .working(work, former: former, waiters: waiters.filter { $0 != waiter })
    }

    /// The work brought something.
    mutating func succeeded(_ fruit: Fruit) -> Sequel {
      guard case .working(let work, _, let waiters) = phase else {
        return .fail(Self.misplaced, for: [])
      }
      switch fruit {
      case .key(let secret, let source, let renewalTime):
        return hold(secret, source, isToken: false, Store(renewalTime: renewalTime), waiters)
      case .login(let login):
        if case .find(let refused?) = work, refused.login.secrets == login.secrets {
          phase = .locked(refused)
          return .fail(refused.error, for: waiters)
        }
        return begin(.login(login), waiters)
      case .tokens(let tokens):
        let login = work.login
        let store = Store(
          renewalTime: tokens.renewalTime, refresh: tokens.refresh, login: login)
        return hold(tokens.access, login?.source ?? .host, isToken: true, store, waiters)
      }
    }

    private mutating func hold(
      _ secret: Secret, _ source: CredentialSource, isToken: Bool, _ store: Store,
      _ waiters: [UInt64]
    ) -> Sequel {
      serial += 1
      let held = Held(secret: secret, source: source, isToken: isToken, serial: serial)
      phase = .held(held, store)
      return .give(held, to: waiters)
    }

    private mutating func begin(_ work: Work, _ waiters: [UInt64]) -> Sequel {
      phase = .working(work, former: nil, waiters: waiters)
      return .begin(work)
    }

    /// The work failed for good, after all retries.
    mutating func failed(_ error: CallError) -> Sequel {
      guard case .working(let work, let former, let waiters) = phase else {
        return .fail(Self.misplaced, for: [])
      }
      switch work {
      // A refresh token that is over, too. Some servers answer 400 (RFC 6749 §5.2).
      case .refresh(_, let login) where error.status == 401 || error.status == 400:
        return begin(.login(login), waiters)
      case .login(let login) where error.kind == .credential:
        return begin(.find(after: RefusedLogin(login: login, error: error)), waiters)
      case .find(let refused?):
        phase = .locked(refused)
        return .fail(refused.joined(error), for: waiters)
      case .find(nil), .refresh, .login:
        phase = former.map { .held($0, $1.refused) } ?? .empty
      }
      return .fail(error, for: waiters)
    }

    private static let misplaced = CallError(
      kind: .credential, message: "a credential came that nobody asked for")
  }
}

extension CredentialKeeper.StateMachine.Work {
  /// The login that this work is about.
  fileprivate var login: CredentialKeeper.StateMachine.FoundLogin? {
    switch self {
    case .find: nil
    case .login(let login), .refresh(_, let login): login
    }
  }
}

import Testing

@testable import ProspectAPI

/// The decisions about keys and tokens alone: no socket, no clock.
@Suite struct CredentialStateTests {
  typealias Machine = CredentialKeeper.StateMachine

  /// One event, and what must follow from it, in words.
  enum Step: Sendable {
    /// A call wants a credential at this second.
    case want(Double, String)
    case refused(UInt64)
    case leave(UInt64)
    /// A key was found that is to be replaced at this second.
    case key(String, Double?, String)
    /// A login with this password was found.
    case login(String, String)
    /// New tokens came that are to be renewed at this second.
    case tokens(Double?, String)
    case failed(Int?, String)
  }

  /// From nothing to the first token.
  static let loggedIn: [Step] = [
    .want(0, "begin find"), .login("p", "begin login p"), .tokens(nil, "give a1 #1 to 1"),
  ]

  static let histories: [(name: String, steps: [Step])] = [
    (
      "everybody waits for the first key, once",
      [
        .want(0, "begin find"), .want(0, "wait"), .key("k", nil, "give k #1 to 1,2"),
        .want(9e9, "use k #1"),
      ]
    ),
    (
      "many refusals of one key lead to one search",
      [
        .want(0, "begin find"), .key("k", nil, "give k #1 to 1"), .refused(1), .refused(1),
        .want(0, "begin find"), .refused(1), .want(0, "wait"), .key("n", nil, "give n #2 to 2,3"),
        .want(0, "use n #2"),
      ]
    ),
    (
      "a refusal of a key that was looked for since then leads to no other search",
      [
        .want(0, "begin find"), .key("k", nil, "give k #1 to 1"), .refused(1),
        .want(0, "begin find"), .key("k", nil, "give k #2 to 2"), .refused(1), .want(0, "use k #2"),
        .refused(2), .want(0, "begin find"),
      ]
    ),
    (
      "a key that ends is looked for anew",
      [
        .want(0, "begin find"), .key("k", 70, "give k #1 to 1"), .want(69, "use k #1"),
        .want(70, "begin find"), .key("n", nil, "give n #2 to 3"),
      ]
    ),
    (
      "a search that fails is repeated by the next call",
      [
        .want(0, "begin find"), .want(0, "wait"), .failed(nil, "fail 1,2"), .want(0, "begin find"),
        .key("k", nil, "give k #1 to 3"), .refused(1), .want(0, "begin find"),
        .failed(nil, "fail 4"), .want(0, "begin find"),
      ]
    ),
    ("everybody waits for the first login, once", loggedIn + [.want(0, "use a1 #1")]),
    (
      "a token near its end is refreshed before it is used",
      [
        .want(0, "begin find"), .login("p", "begin login p"), .tokens(270, "give a1 #1 to 1"),
        .want(269, "use a1 #1"), .want(270, "begin refresh r1"), .want(271, "wait"),
        .tokens(nil, "give a2 #2 to 3,4"),
      ]
    ),
    (
      "many refusals of one token lead to one refresh",
      loggedIn + [
        .refused(1), .refused(1), .want(0, "begin refresh r1"), .refused(1), .want(0, "wait"),
        .tokens(nil, "give a2 #2 to 2,3"), .refused(1), .want(0, "use a2 #2"),
      ]
    ),
    (
      "a refresh token that is over leads to another login, without anybody waiting anew",
      loggedIn + [
        .refused(1), .want(0, "begin refresh r1"), .want(0, "wait"), .failed(401, "begin login p"),
        .want(0, "wait"), .tokens(nil, "give a2 #2 to 2,3,4"),
      ]
    ),
    (
      "a refresh that fails for another reason is tried again by the next call",
      loggedIn + [
        .refused(1), .want(0, "begin refresh r1"), .failed(503, "fail 2"),
        .want(0, "begin refresh r1"),
      ]
    ),
    (
      "403 from refresh is no reason to log in again",
      loggedIn + [.refused(1), .want(0, "begin refresh r1"), .failed(403, "fail 2")]
    ),
    (
      "a login that failed for a passing reason is tried again",
      [
        .want(0, "begin find"), .login("p", "begin login p"), .failed(503, "fail 1"),
        .want(0, "begin find"),
      ]
    ),
    (
      "a login that was refused is not tried again, lest the account be locked",
      [
        .want(0, "begin find"), .login("p", "begin login p"), .want(0, "wait"),
        .failed(401, "begin find"), .login("p", "fail 1,2"), .want(0, "begin find"),
        .want(0, "wait"), .login("p", "fail 3,4"), .want(0, "begin find"),
      ]
    ),
    (
      "a password that is changed after a refusal is tried by the next call",
      [
        .want(0, "begin find"), .login("p", "begin login p"), .failed(401, "begin find"),
        .login("p", "fail 1"), .want(0, "begin find"), .login("new", "begin login new"),
        .tokens(nil, "give a1 #1 to 2"),
      ]
    ),
    (
      "a search after a refusal that fails is repeated, and the refused login is remembered",
      [
        .want(0, "begin find"), .login("p", "begin login p"), .failed(401, "begin find"),
        .failed(nil, "fail 1"), .want(0, "begin find"), .login("p", "fail 2"),
        .want(0, "begin find"), .login("new", "begin login new"),
        .tokens(nil, "give a1 #1 to 3"),
      ]
    ),
    (
      "a password that was changed meanwhile is tried",
      [
        .want(0, "begin find"), .login("p", "begin login p"), .failed(401, "begin find"),
        .login("new", "begin login new"), .tokens(nil, "give a1 #1 to 1"),
      ]
    ),
    (
      "a key that took the place of a refused login is used",
      [
        .want(0, "begin find"), .login("p", "begin login p"), .failed(401, "begin find"),
        .key("k", nil, "give k #1 to 1"),
      ]
    ),
    (
      "who gives up gets nothing, and the others do",
      [
        .want(0, "begin find"), .want(0, "wait"), .leave(1), .key("k", nil, "give k #1 to 2"),
      ]
    ),
  ]

  @Test(arguments: histories)
  func history(_ name: String, _ steps: [Step]) {
    var machine = Machine()
    var given = 0
    var waiter: UInt64 = 0
    for (index, step) in steps.enumerated() {
      switch step {
      case .want(let now, let expected):
        waiter += 1
        #expect(Self.words(machine.want(waiter, now: now)) == expected, "step \(index)")
      case .refused(let serial): machine.refused(serial)
      case .leave(let waiter): machine.leave(waiter)
      case .key(let key, let end, let expected):
        let sequel = machine.succeeded(.key(Secret(key), .host, renewalTime: end))
        #expect(Self.words(sequel) == expected, "step \(index)")
      case .login(let password, let expected):
        let sequel = machine.succeeded(.login(Self.login(password)))
        #expect(Self.words(sequel) == expected, "step \(index)")
      case .tokens(let end, let expected):
        given += 1
        let tokens = TokenPair(
          access: Secret("a\(given)"), refresh: Secret("r\(given)"), renewalTime: end)
        #expect(Self.words(machine.succeeded(.tokens(tokens))) == expected, "step \(index)")
      case .failed(let status, let expected):
        let kind: CallError.Kind = status == 401 ? .credential : .provider
        let error = CallError(kind: kind, message: "no", status: status)
        #expect(Self.words(machine.failed(error)) == expected, "step \(index)")
      }
    }
  }

  @Test func withoutARefreshTokenTheLoginIsRepeated() {
    var machine = Machine()
    _ = machine.want(1, now: 0)
    _ = machine.succeeded(.login(Self.login("p")))
    _ = machine.succeeded(
      .tokens(TokenPair(access: Secret("a"), refresh: nil, renewalTime: nil)))
    machine.refused(1)
    #expect(Self.words(machine.want(2, now: 0)) == "begin login p")
  }

  private static func login(_ password: String) -> Machine.FoundLogin {
    Machine.FoundLogin(
      secrets: LoginSecrets(username: Secret("u"), password: Secret(password)), source: .host)
  }

  private static func words(_ answer: Machine.Answer) -> String {
    switch answer {
    case .use(let held): "use \(held.secret.reveal()) #\(held.serial)"
    case .wait: "wait"
    case .begin(let work): "begin \(words(work))"
    case .fail: "fail"
    }
  }

  private static func words(_ sequel: Machine.Sequel) -> String {
    let list = { (tickets: [UInt64]) in tickets.map(String.init).joined(separator: ",") }
    return switch sequel {
    case .give(let held, let tickets):
      "give \(held.secret.reveal()) #\(held.serial) to \(list(tickets))"
    case .fail(_, let tickets): "fail \(list(tickets))"
    case .begin(let work): "begin \(words(work))"
    }
  }

  private static func words(_ work: Machine.Work) -> String {
    switch work {
    case .find: "find"
    case .login(let login): "login \(login.secrets.password.reveal())"
    case .refresh(let token, _): "refresh \(token.reveal())"
    }
  }

  /// The tokens that tests use have no end of their own; `exp` is 1,000 in these, written with other JSON around it.
  @Test(arguments: [
    ("e30.eyJleHAiOjEwMDB9.sig", 0.0, 970.0 as Double?),
    // It lives 40 s: renewed after 20.
    ("e30.eyJleHAiOjEwMDB9.sig", 960.0, 980.0),
    // Over before it came: the clocks differ, and only the provider knows.
    ("e30.eyJleHAiOjEwMDB9.sig", 2000.0, nil),
    ("e30.eyJzdWIiOiLDqT8-w7_Dv35-Pz8iLCJleHAiOjEwMDB9.s", 0.0, 970.0),
    ("e30.e30.sig", 0.0, nil),
    ("opaque", 0.0, nil),
    ("a.!!.c", 0.0, nil),
    ("a.bm8gSlNPTg.c", 0.0, nil),
    ("", 0.0, nil),
  ])
  func aTokenTellsWhenItIsToBeRenewed(_ token: String, _ now: Double, _ expected: Double?) {
    #expect(TokenPair(access: token, refresh: nil, now: now).renewalTime == expected)
  }
}

import Testing

@testable import ProspectAPI

/// The decisions about tokens alone: no socket, no clock.
@Suite struct TokenStateTests {
  typealias Machine = TokenKeeper.StateMachine

  /// One event, and what must follow from it, in words.
  enum Step: Sendable {
    /// A call wants a token at this second.
    case want(Double, String)
    case refused(UInt64)
    case leave(UInt64)
    /// New tokens came that are to be renewed at this second.
    case succeeded(Double?, String)
    case failed(Int?, String)
  }

  static let histories: [(name: String, steps: [Step])] = [
    (
      "everybody waits for the first login, once",
      [
        .want(0, "begin login"), .want(0, "wait"), .succeeded(nil, "give a1 #1 to 1,2"),
        .want(0, "use a1 #1"),
      ]
    ),
    (
      "a token near its end is refreshed before it is used",
      [
        .want(0, "begin login"), .succeeded(270, "give a1 #1 to 1"), .want(269, "use a1 #1"),
        .want(270, "begin refresh r1"), .want(271, "wait"), .succeeded(nil, "give a2 #2 to 3,4"),
      ]
    ),
    (
      "many refusals of one token lead to one refresh",
      [
        .want(0, "begin login"), .succeeded(nil, "give a1 #1 to 1"), .refused(1), .refused(1),
        .want(0, "begin refresh r1"), .refused(1), .want(0, "wait"),
        .succeeded(nil, "give a2 #2 to 2,3"), .refused(1), .want(0, "use a2 #2"),
      ]
    ),
    (
      "a refresh token that is over leads to another login, without anybody waiting anew",
      [
        .want(0, "begin login"), .succeeded(nil, "give a1 #1 to 1"), .refused(1),
        .want(0, "begin refresh r1"), .want(0, "wait"), .failed(401, "begin login"),
        .want(0, "wait"),
        .succeeded(nil, "give a2 #2 to 2,3,4"),
      ]
    ),
    (
      "a refresh that fails for another reason is tried again by the next call",
      [
        .want(0, "begin login"), .succeeded(nil, "give a1 #1 to 1"), .refused(1),
        .want(0, "begin refresh r1"), .failed(503, "fail 2"), .want(0, "begin refresh r1"),
      ]
    ),
    (
      "403 from refresh is no reason to log in again",
      [
        .want(0, "begin login"), .succeeded(nil, "give a1 #1 to 1"), .refused(1),
        .want(0, "begin refresh r1"), .failed(403, "fail 2"),
      ]
    ),
    (
      "a login that failed for a passing reason is tried again",
      [.want(0, "begin login"), .failed(503, "fail 1"), .want(0, "begin login")]
    ),
    (
      "a login that was refused is not tried again, lest the account be locked",
      [.want(0, "begin login"), .want(0, "wait"), .failed(401, "fail 1,2"), .want(0, "fail")]
    ),
    (
      "who gives up gets nothing, and the others do",
      [.want(0, "begin login"), .want(0, "wait"), .leave(1), .succeeded(nil, "give a1 #1 to 2")]
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
      case .succeeded(let end, let expected):
        given += 1
        let tokens = TokenPair(
          access: Secret("a\(given)"), refresh: Secret("r\(given)"), renewalTime: end)
        #expect(Self.words(machine.succeeded(tokens)) == expected, "step \(index)")
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
    _ = machine.succeeded(TokenPair(access: Secret("a"), refresh: nil, renewalTime: nil))
    machine.refused(1)
    #expect(Self.words(machine.want(2, now: 0)) == "begin login")
  }

  private static func words(_ answer: Machine.Answer) -> String {
    switch answer {
    case .use(let held): "use \(held.tokens.access.reveal()) #\(held.serial)"
    case .wait: "wait"
    case .begin(let work): "begin \(words(work))"
    case .fail: "fail"
    }
  }

  private static func words(_ sequel: Machine.Sequel) -> String {
    let list = { (tickets: [UInt64]) in tickets.map(String.init).joined(separator: ",") }
    return switch sequel {
    case .give(let held, let tickets):
      "give \(held.tokens.access.reveal()) #\(held.serial) to \(list(tickets))"
    case .fail(_, let tickets): "fail \(list(tickets))"
    case .begin(let work): "begin \(words(work))"
    }
  }

  private static func words(_ work: Machine.Work) -> String {
    switch work {
    case .login: "login"
    case .refresh(let token): "refresh \(token.reveal())"
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

import ProspectJSON
import ScriptedServer

@testable import ProspectAPI

/// Plays a provider whose access tokens end, and remembers what was asked of it.
///
/// Tokens are `a1`, `a2`, … as they are given out; only those in `good` are accepted.
final class TokenServer: Sendable {
  struct State {
    var good: Set<String> = []
    var given = 0
    /// What the two operations that give tokens answer instead of a token.
    var loginStatus = 200
    var refreshStatus = 200
    /// A further answer for calls that carry a good token.
    var callStatus = 200
    /// Text between the number of a token and its end, such as a JWT around it.
    var wrap: @Sendable (Int) -> String = { "a\($0)" }
    var rotates = true
    var log: [String] = []
  }

  private let state = Locked(State())

  /// What was asked, as in `login`, `refresh r1`, `things a1`.
  var log: [String] { state.withLock { $0.log } }

  func change(_ body: (inout State) -> Void) { state.withLock { body(&$0) } }

  /// From now on no token that was given out is good.
  func expireAll() { change { $0.good = [] } }

  @Sendable func reply(to request: ScriptedServer.Request) -> ScriptedServer.Reply {
    state.withLock { state in
      switch request.target {
      case "/login": return Self.login(request, &state)
      case "/refresh": return Self.refresh(request, &state)
      default: return Self.call(request, &state)
      }
    }
  }

  private static func login(
    _ request: ScriptedServer.Request, _ state: inout State
  ) -> ScriptedServer.Reply {
    state.log.append("login")
    let body = try? JSON.parse(request.body)
    let isRight =
      body?["username"]?.string == "ada@example.com" && body?["password"]?.string == "pa55\"word"
      && request.headers["authorization"] == nil
    let status = isRight ? state.loginStatus : 418
    guard status == 200 else { return .answer(status, body: #"{"detail":"no pa55"word"}"#) }
    return tokens(&state, withRefresh: true)
  }

  private static func refresh(
    _ request: ScriptedServer.Request, _ state: inout State
  ) -> ScriptedServer.Reply {
    let token = (try? JSON.parse(request.body))?["refresh"]?.string ?? ""
    state.log.append("refresh \(token)")
    guard state.refreshStatus == 200 else { return .answer(state.refreshStatus) }
    return tokens(&state, withRefresh: state.rotates)
  }

  private static func tokens(_ state: inout State, withRefresh: Bool) -> ScriptedServer.Reply {
    state.given += 1
    let access = state.wrap(state.given)
    state.good.insert(access)
    let refresh = withRefresh ? #","refresh":"r\#(state.given)""# : ""
    return .answer(200, body: #"{"access":"\#(access)"\#(refresh)}"#)
  }

  private static func call(
    _ request: ScriptedServer.Request, _ state: inout State
  ) -> ScriptedServer.Reply {
    let token = request.headers["authorization"].map { String($0.dropFirst("Bearer ".count)) }
    state.log.append("\(request.target.dropFirst()) \(token ?? "-")")
    if request.target == "/public" { return .answer(token == nil ? 200 : 418) }
    guard let token, state.good.contains(token) else {
      return .answer(401, body: #"{"detail":"token \#(token ?? "none") is over"}"#)
    }
    return .answer(state.callStatus)
  }
}

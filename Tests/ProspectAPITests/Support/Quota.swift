import ProspectAPI
import ScriptedServer

/// Serves some requests in each interval and refuses the others until the next one begins.
final class Quota: Sendable {
  private struct Window {
    var end = ContinuousClock.now
    var left = 0
  }

  private let size: Int
  private let interval: Duration
  private let window = Locked(Window())

  init(_ size: Int, in interval: Duration) {
    self.size = size
    self.interval = interval
  }

  @Sendable func reply(to request: ScriptedServer.Request) -> ScriptedServer.Reply {
    let now = ContinuousClock.now
    let wait = window.withLock { window in
      if now >= window.end { window = Window(end: now + interval, left: size) }
      window.left -= 1
      return window.left < 0 ? window.end - now : nil
    }
    guard let wait else { return .answer(200) }
    return .answer(429, body: "{\"wait\":\(wait / .seconds(1))}")
  }
}

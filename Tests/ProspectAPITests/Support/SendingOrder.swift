import Foundation

/// Has a server serve requests in the order in which they were sent.
///
/// Each connection has a thread of the server's, and on a busy machine one of them may sleep while all the others are served
/// again and again. That is no matter of the client's, whose order of calls is tested.
final class SendingOrder: @unchecked Sendable {
  private let condition = NSCondition()
  /// Touched under the lock of `condition` only.
  private var underWay: [String] = []

  func sent(_ body: [UInt8]?) {
    condition.withLock { underWay.append(String(decoding: body ?? [], as: UTF8.self)) }
  }

  /// Waits for the turn of a request; no two under way have the same body.
  func serve<Reply>(_ body: String, _ reply: () -> Reply) -> Reply {
    condition.lock()
    defer { condition.unlock() }
    while underWay.first != body { condition.wait() }
    defer {
      underWay.removeFirst()
      condition.broadcast()
    }
    return reply()
  }
}

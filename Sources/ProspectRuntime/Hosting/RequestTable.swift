internal import MachinePort

/// The requests of a machine that are being served.
///
/// A machine may be in the hands of an attacker, so what it can make the host remember is bounded.
struct RequestTable {
  private struct Entry {
    let bytes: Int
    var task: Task<Void, Never>?
  }

  private var entries: [UInt64: Entry] = [:]
  private var bytes = 0

  static let mostRequests = 100_000
  static let mostBytes = 256 << 20

  var isEmpty: Bool { entries.isEmpty }

  /// Whether a reply to this request is still wanted.
  func contains(_ id: UInt64) -> Bool { entries[id] != nil }

  /// Makes room for a request.
  ///
  /// - Throws: a refusal of kind `limit` when the machine has too many open already, of kind `internal` when it uses an
  ///   id twice.
  mutating func begin(_ id: UInt64, _ request: Request) throws(RequestRefusal) {
    guard entries[id] == nil else {
      throw RequestRefusal(.internal, "request \(id) is open already")
    }
    guard entries.count < Self.mostRequests, bytes + request.weight <= Self.mostBytes else {
      throw RequestRefusal(
        .limit, "too many requests are open at once", hint: "use a smaller concurrency")
    }
    entries[id] = Entry(bytes: request.weight)
    bytes += request.weight
  }

  /// Notes who serves a request.
  mutating func attach(_ task: Task<Void, Never>, to id: UInt64) { entries[id]?.task = task }

  /// Forgets a request; false when nobody waits for its reply any more.
  mutating func end(_ id: UInt64) -> Bool {
    guard let entry = entries.removeValue(forKey: id) else { return false }
    bytes -= entry.bytes
    return true
  }

  /// Forgets a request and ends the work for it.
  mutating func cancel(_ id: UInt64) {
    entries[id]?.task?.cancel()
    _ = end(id)
  }

  /// Forgets all requests and ends the work for them.
  mutating func cancelAll() {
    for entry in entries.values { entry.task?.cancel() }
    self = RequestTable()
  }
}

extension Request {
  /// Bytes that the host holds while it serves the request.
  fileprivate var weight: Int {
    switch self {
    case .call(_, let bytes, _), .function(_, let bytes), .write(_, let bytes),
      .verify(_, let bytes, _):
      bytes.count
    case .http(let wish, let body): wish.count + (body?.count ?? 0)
    case .module, .sleep, .now, .open, .download, .saveSecret, .httpSecret: 0
    }
  }
}

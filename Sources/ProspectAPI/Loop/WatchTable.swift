internal import CCurl

/// The descriptors that the loop watches besides libcurl's own, in the form in which `curl_multi_poll` takes them.
struct WatchTable {
  struct Handlers {
    var readable: (@Sendable () -> Void)?
    var writable: (@Sendable () -> Void)?
  }

  /// For `curl_multi_poll`; `ids` tells whose each one is.
  var descriptors: [curl_waitfd] = []
  private var ids: [UInt64] = []
  private var handlers: [UInt64: Handlers] = [:]

  mutating func add(_ id: UInt64, descriptor: Int32, _ watched: Handlers) {
    handlers[id] = watched
    ids.append(id)
    descriptors.append(
      curl_waitfd(fd: descriptor, events: Self.interest(watched), revents: 0))
  }

  mutating func remove(_ id: UInt64) {
    guard handlers.removeValue(forKey: id) != nil, let index = ids.firstIndex(of: id) else {
      return
    }
    ids.remove(at: index)
    descriptors.remove(at: index)
  }

  mutating func change(_ id: UInt64, _ change: (inout Handlers) -> Void) {
    guard var watched = handlers[id], let index = ids.firstIndex(of: id) else { return }
    change(&watched)
    handlers[id] = watched
    descriptors[index].events = Self.interest(watched)
  }

  /// Which watches have news after a poll.
  func ready() -> [(id: UInt64, events: Int32)] {
    var ready: [(id: UInt64, events: Int32)] = []
    for (index, descriptor) in descriptors.enumerated() where descriptor.revents != 0 {
      ready.append((ids[index], Int32(descriptor.revents)))
    }
    return ready
  }

  /// The handlers of a watch as it is now; a handler that ran before may have changed or cancelled it.
  func handlers(of id: UInt64) -> Handlers? { handlers[id] }

  private static func interest(_ watched: Handlers) -> Int16 {
    let reading = watched.readable == nil ? 0 : CURL_WAIT_POLLIN
    let writing = watched.writable == nil ? 0 : CURL_WAIT_POLLOUT
    return Int16(reading | writing)
  }
}

internal import CCurl

extension HostLoop {
  /// Calls `readable` on the loop's thread whenever the descriptor has something to read, or has ended.
  ///
  /// For sockets and process descriptors; `libcurl` does not report the bare hang-up of a pipe. The level counts, not the
  /// edge: a handler that leaves bytes unread is called again. The descriptor stays the caller's, who cancels the watch
  /// before closing it.
  package func watch(_ descriptor: Int32, readable: @escaping @Sendable () -> Void) -> LoopWatch {
    let watch = LoopWatch(loop: self, id: LoopIdentity.next())
    onThread { [id = watch.id] loop in
      loop.watches.add(id, descriptor: descriptor, .init(readable: readable, writable: nil))
    }
    return watch
  }

  func dispatchWatches() {
    for (id, events) in watches.ready() {
      if events & CURL_WAIT_POLLIN != 0 { watches.handlers(of: id)?.readable?() }
      if events & CURL_WAIT_POLLOUT != 0 { watches.handlers(of: id)?.writable?() }
    }
  }
}

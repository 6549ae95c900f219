#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Collects what comes from a descriptor.
struct Reading {
  let descriptor: Int32
  private(set) var text = ""
  private var bytes: [UInt8] = []

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// Reads until `wanted` holds for what has come so far, or the stream ends.
  ///
  /// - Throws: `Missing` when nothing comes for half a minute.
  mutating func read(until wanted: (String) -> Bool) throws {
    while !wanted(text) {
      var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&watched, 1, 30_000) > 0 else { throw Missing(seen: text) }
      var block = [UInt8](repeating: 0, count: 65_536)
      let count = Glibc.read(descriptor, &block, block.count)
      // A terminal whose other side is closed answers EIO where a pipe ends.
      guard count > 0 else { return }
      bytes += block[..<count]
      text = String(decoding: bytes, as: UTF8.self)
    }
  }

  /// The text did not come.
  struct Missing: Error {
    var seen: String
  }
}

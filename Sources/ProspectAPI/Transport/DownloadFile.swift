#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The file that a download fills, written by a thread of its own: a disk may take its time, the loop may not.
package actor DownloadFile {
  package nonisolated let unownedExecutor: UnownedSerialExecutor
  private let thread: BlockingThread
  private let descriptor: Int32
  private let progress: CallPipeline.DownloadProgress?
  /// Bytes in the file.
  package private(set) var written: Int64 = 0

  /// - Parameters:
  ///   - descriptor: open for writing; it stays the caller's.
  ///   - progress: called with the bytes that were written and the length that was announced, from time to time.
  package init(_ descriptor: Int32, progress: CallPipeline.DownloadProgress? = nil) {
    thread = BlockingThread(name: "prospect-file")
    unownedExecutor = thread.asUnownedSerialExecutor()
    self.descriptor = descriptor
    self.progress = progress
  }

  /// Forgets what an earlier attempt has written. The reason when that fails.
  func empty() -> String? {
    written = 0
    let isEmpty = ftruncate(descriptor, 0) == 0 && lseek(descriptor, 0, SEEK_SET) == 0
    return isEmpty ? nil : Self.reason
  }

  /// Writes bytes behind those that were written before. The reason when that fails.
  func append(_ bytes: [UInt8], of total: Int64?) -> String? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return Self.reason
      }
    }
    written += Int64(bytes.count)
    progress?(written, total)
    return nil
  }

  private static var reason: String { String(cString: strerror(errno)) }
}

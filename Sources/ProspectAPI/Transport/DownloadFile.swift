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
  private let budget: FileBudget?
  private let progress: CallPipeline.DownloadProgress?
  private var resumption = Resumption()
  /// Bytes in the file.
  package private(set) var written: Int64 = 0

  /// - Parameters:
  ///   - descriptor: open for writing; it stays the caller's.
  ///   - budget: what comes again after a cut counts again; nil: a disk is the limit.
  ///   - progress: called with the bytes that were written and the length that was announced, from time to time.
  package init(
    _ descriptor: Int32, budget: FileBudget? = nil, progress: CallPipeline.DownloadProgress? = nil
  ) {
    thread = BlockingThread(name: "prospect-file")
    unownedExecutor = thread.asUnownedSerialExecutor()
    self.descriptor = descriptor
    self.budget = budget
    self.progress = progress
  }

  /// What the next request says beside its own fields: that it needs only what has not come yet.
  var rangeFields: [(name: String, value: String)] { resumption.fields(written: written) }

  /// Whether everything has come that was announced.
  var isWhole: Bool { resumption.isWhole(written: written) }

  /// Forgets what has come: the next request asks for everything.
  func startOver() {
    resumption = Resumption()
    written = 0
  }

  /// Makes ready for the body of a 2xx answer: it goes to the beginning, or behind what has come. The reason when it must
  /// not be taken.
  func begin(_ status: Int, _ headers: ResponseHeaders) -> ExchangeEnd? {
    switch resumption.place(status, headers, written: written) {
    case .start: written = 0
    case .end: break
    case .unfit:
      written = 0
      return .unfit
    }
    let isReady =
      ftruncate(descriptor, off_t(written)) == 0
      && lseek(descriptor, off_t(written), SEEK_SET) == off_t(written)
    return isReady ? nil : .fileFailed(Self.reason)
  }

  /// Writes bytes behind those that were written before. The reason when that fails.
  func append(_ bytes: [UInt8]) -> ExchangeEnd? {
    guard budget?.take(bytes.count) ?? true else { return .fileTooLarge }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return .fileFailed(Self.reason)
      }
    }
    written += Int64(bytes.count)
    progress?(written, resumption.total)
    return nil
  }

  private static var reason: String { String(cString: strerror(errno)) }
}

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// An open file that goes away with the value.
final class ScratchFile: Sendable {
  let descriptor: Int32

  struct Failure: Error {}

  init() throws {
    var path = Array("/tmp/prospect-test-XXXXXX".utf8CString)
    descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw Failure() }
    unlink(path)
  }

  /// From now on every write to the descriptor fails.
  func forbidWriting() {
    let readOnly = open("/dev/null", O_RDONLY)
    dup2(readOnly, descriptor)
    close(readOnly)
  }

  deinit { close(descriptor) }

  var text: String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while case let count = pread(descriptor, &chunk, chunk.count, off_t(bytes.count)), count > 0 {
      bytes.append(contentsOf: chunk[..<count])
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

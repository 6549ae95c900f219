#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// An open file that goes away with the value.
final class ScratchFile: Sendable {
  let descriptor: Int32

  struct Failure: Error {}

  /// - Parameter isReadOnly: every write to it fails.
  init(isReadOnly: Bool = false) throws {
    var path = Array("/tmp/prospect-test-XXXXXX".utf8CString)
    let writable = mkstemp(&path)
    guard writable >= 0 else { throw Failure() }
    descriptor = isReadOnly ? open(path, O_RDONLY) : writable
    unlink(path)
    if isReadOnly { close(writable) }
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

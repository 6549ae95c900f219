internal import CSystemShims

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

// Calls whose names also are names of methods here, so that a method can use them without naming the C library.

func systemOpen(_ path: String, _ flags: Int32) -> Int32 { open(path, flags | O_CLOEXEC) }

@discardableResult
func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }

func systemWrite(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(file, bytes.baseAddress, bytes.count)
}

func systemKill(_ process: pid_t, _ signal: Int32) { kill(process, signal) }

/// Everything up to the end of a file, or one byte more than `limit`; nil when reading fails (see `errno`).
func readAll(_ file: Int32, atMost limit: Int) -> [UInt8]? {
  var bytes: [UInt8] = []
  var portion = [UInt8](repeating: 0, count: 64 << 10)
  while bytes.count <= limit {
    let count = read(file, &portion, min(portion.count, limit + 1 - bytes.count))
    if count < 0 && errno == EINTR { continue }
    guard count >= 0 else { return nil }
    guard count > 0 else { break }
    bytes.append(contentsOf: portion[..<count])
  }
  return bytes
}

/// What the system says about an error number, as in "Permission denied".
func systemMessage(_ number: Int32) -> String {
  var text = [CChar](repeating: 0, count: 256)
  guard csys_describe(number, &text, text.count) == 0 else { return "error \(number)" }
  return text.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
}

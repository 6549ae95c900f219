#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Writes a file with secrets in it: readers see the old one or the new one, whatever happens meanwhile.
package struct SecretFileWriter {
  package let path: String
  /// In bytes: what is read of the file again.
  let limit: Int

  package init(path: String, limit: Int = SecretFile.storeLimit) {
    self.path = path
    self.limit = limit
  }

  /// Held while the file is read, changed and written. The kernel releases it when the process dies.
  package struct Lock {
    fileprivate let descriptor: Int32

    package func release() { close(descriptor) }
  }

  /// Waits until no other writer is at work. The lock lies beside the file, which is replaced.
  package func lock() throws(SecretFile.Problem) -> Lock {
    try makeFolder()
    let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW
    let descriptor = open("\(path).lock", flags, 0o600)
    guard descriptor >= 0 else { throw refusal("\(path).lock") }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else {
        let problem = refusal("\(path).lock")
        close(descriptor)
        throw problem
      }
    }
    return Lock(descriptor: descriptor)
  }

  /// Replaces the file. The temporary one is made in the same folder, so that its new name comes at once.
  ///
  /// - Throws: `SecretFile.Problem`; also when nobody could read it afterwards, and then the old one stays.
  package func write(_ bytes: [UInt8]) throws(SecretFile.Problem) {
    guard bytes.count <= limit else {
      throw SecretFile.Problem(
        message: "\(path) would be longer than \(limit) bytes, and stays as it is", hint: nil)
    }
    var template = Array("\(path).XXXXXX".utf8CString)
    // mkstemp makes it with mode 0600 and refuses what is there already.
    let file = mkstemp(&template)
    guard file >= 0 else { throw refusal(path) }
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    let temporary = template.withUnsafeBufferPointer {
      $0.baseAddress.map { String(cString: $0) } ?? ""
    }
    let isWritten =
      fchmod(file, 0o600) == 0 && writeAll(bytes, to: file) && fsync(file) == 0
      && rename(temporary, path) == 0
    let problem = refusal(path)
    close(file)
    guard isWritten else {
      unlink(temporary)
      throw problem
    }
    syncFolder()
  }

  private var folder: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private func makeFolder() throws(SecretFile.Problem) {
    var end = folder.startIndex
    while true {
      let slash = folder[end...].dropFirst().firstIndex(of: "/")
      let part = String(folder[..<(slash ?? folder.endIndex)])
      if mkdir(part, 0o700) != 0, errno != EEXIST { throw refusal(part) }
      guard let slash else { return }
      end = slash
    }
  }

  private func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(file, $0) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// The new name is part of the folder: without this, a power cut could bring the old file back.
  private func syncFolder() {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private func refusal(_ path: String) -> SecretFile.Problem {
    SecretFile.Problem(
      message: "\(path) cannot be written: \(String(cString: strerror(errno)))", hint: nil)
  }
}

/// write(2) under a name that the method `write` does not hide.
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(file, bytes.baseAddress, bytes.count)
}

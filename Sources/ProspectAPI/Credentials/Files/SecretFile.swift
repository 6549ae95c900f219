#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A file with a secret in it: read only when nobody else could have read or written it.
package struct SecretFile: Sendable {
  /// Whose file it must be.
  package enum Rule: Sendable {
    /// One that this program writes: the user's own.
    case own
    /// One that somebody gives, as systemd or an orchestrator does: the user's own, or root's. The group of a file of
    /// root's may read it, because root decides who is in the group (and systemd's ACL shows as that).
    case given
  }

  /// Why it is not read, and what to type about it.
  package struct Problem: Error, Equatable {
    package let message: String
    package let hint: String?

    package init(message: String, hint: String?) {
      self.message = message
      self.hint = hint
    }
  }

  package let path: String
  package let rule: Rule
  /// In bytes; longer ones are not read.
  let limit: Int

  /// For a file that holds one credential.
  package static let usualLimit = 64 << 10
  /// For a file in which this program keeps many things.
  package static let storeLimit = 1 << 20

  package init(path: String, rule: Rule, limit: Int = Self.usualLimit) {
    self.path = path
    self.rule = rule
    self.limit = limit
  }

  /// What is in the file; nil when there is none.
  ///
  /// - Throws: `Problem` when it cannot be read or trusted. What counts is what was opened, not what the path leads to
  ///   a moment later.
  package func read() throws(Problem) -> [UInt8]? {
    // Without waiting for the other end when it is a pipe.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY)
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      if errno == ELOOP { throw link }
      throw Problem(
        message: "\(path) cannot be read: \(String(cString: strerror(errno)))", hint: nil)
    }
    defer { close(file) }
    try check(file)
    return try content(of: file)
  }

  private func check(_ file: Int32) throws(Problem) {
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Problem(message: "\(path) is no ordinary file", hint: nil)
    }
    let user = geteuid()
    let word = ShellWord.quoted(path)
    guard status.st_uid == user || (rule == .given && status.st_uid == 0) else {
      throw Problem(
        message: "\(path) belongs to user \(status.st_uid), who could have written or read it",
        hint: "sudo chown \(user) \(word) && chmod 600 \(word)")
    }
    let isRoots = status.st_uid == 0 && user != 0
    let forbidden: mode_t = isRoots ? 0o037 : 0o077
    guard status.st_mode & forbidden == 0 else {
      let mode = String(status.st_mode & 0o777, radix: 8)
      throw Problem(
        message: "\(path) is open to others (mode \(mode))",
        hint: isRoots ? "sudo chmod g-wx,o= \(word)" : "chmod 600 \(word)")
    }
  }

  private var link: Problem {
    let word = ShellWord.quoted(path)
    return Problem(
      message: "\(path) is a symbolic link, and whoever can change it chooses the credential",
      hint: "name the file itself, or put it there: "
        + "cp --remove-destination \"$(readlink -f \(word))\" \(word) && chmod 600 \(word)")
  }

  private func content(of file: Int32) throws(Problem) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16 << 10)
    while true {
      let count = systemRead(file, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      if count == 0 { return bytes }
      guard count > 0 else {
        throw Problem(
          message: "\(path) cannot be read: \(String(cString: strerror(errno)))", hint: nil)
      }
      bytes.append(contentsOf: chunk[..<count])
      guard bytes.count <= limit else {
        throw Problem(message: "\(path) is longer than \(limit) bytes", hint: nil)
      }
    }
  }
}

/// read(2) under a name that methods do not hide.
private func systemRead(_ file: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(file, bytes, count)
}

#if canImport(Glibc)
  package import Glibc
#else
  package import Darwin
#endif

/// A file that can be executed at once.
package enum ExecutableFile {
  package struct Failure: Error {}

  /// Writes a program through a process of its own. Written here, the file could still be open in a child that another test
  /// starts at this moment, between its fork and its exec, and the system executes no file that somebody writes (ETXTBSY).
  package static func write(_ text: String, to path: String, mode: mode_t) throws {
    let draft = "\(path).draft"
    guard let stream = fopen(draft, "w") else { throw Failure() }
    fputs(text, stream)
    fclose(stream)
    defer { unlink(draft) }
    let words: [String] = ["cp", draft, path]
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    var status: Int32 = -1
    guard posix_spawn(&child, "/bin/cp", nil, nil, &arguments, nil) == 0,
      waitpid(child, &status, 0) == child, status == 0, chmod(path, mode) == 0
    else { throw Failure() }
  }
}

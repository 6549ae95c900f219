internal import CSystemShims

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// One run of a helper: a process in a session of its own, watched by a thread of its own, because reading blocks.
struct HelperProcess: Sendable {
  let command: HelperCommand
  /// Gets each line of stderr as it comes: it may tell a person to touch a key.
  let onLine: @Sendable (String) -> Void

  /// Longer output is no credential.
  static let outputLimit = 64 << 10
  /// What is left to a helper between the request to end and the end.
  static let grace = Duration.milliseconds(500)

  init(command: HelperCommand, onLine: @escaping @Sendable (String) -> Void) {
    self.command = command
    self.onLine = onLine
  }

  /// Returns what the helper prints on stdout.
  func run(input: [UInt8]) async throws(HelperFailure) -> [UInt8] {
    let path = try locate()
    let result: Result<[UInt8], HelperFailure> = await withCheckedContinuation { continuation in
      do throws(LoopError) {
        try LoopThread.start(name: "helper") {
          continuation.resume(returning: outcome(path, input))
        }
      } catch {
        continuation.resume(returning: .failure(HelperFailure(error.message)))
      }
    }
    return try result.get()
  }

  /// The program: a path as it is, a name by the helper's `PATH`.
  private func locate() throws(HelperFailure) -> String {
    let name = command.name
    guard !name.isEmpty else { throw HelperFailure("the helper's command is empty") }
    let folders =
      name.contains("/")
      ? [""]
      : (command.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").map { "\($0)/" }
    for folder in folders where access(folder + name, X_OK) == 0 { return folder + name }
    throw HelperFailure(
      "the helper \(name) cannot be executed", hint: "is it there, and is it executable?")
  }

  private func outcome(_ path: String, _ input: [UInt8]) -> Result<[UInt8], HelperFailure> {
    do throws(HelperFailure) {
      let pipes = try HelperPipes()
      defer { pipes.close() }
      let child = try spawn(path, pipes)
      var watch = HelperWatch(child: child, pipes: pipes, command: command, onLine: onLine)
      return .success(try watch.finish(input))
    } catch {
      return .failure(error)
    }
  }

  private func spawn(_ path: String, _ pipes: HelperPipes) throws(HelperFailure) -> pid_t {
    var arguments = command.words.map { strdup($0) } + [nil]
    var variables = command.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    let child = csys_spawn_command(path, &arguments, &variables, pipes.theirs)
    guard child > 0 else {
      throw HelperFailure(
        "the helper \(command.name) cannot be started: \(String(cString: strerror(-child)))")
    }
    pipes.closeTheirs()
    return child
  }
}

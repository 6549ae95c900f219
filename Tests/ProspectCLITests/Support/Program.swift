#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// prospect-run behind pipes, as in a script.
final class Program {
  let process: ChildProcess
  private(set) var output: Reading
  private(set) var error: Reading
  private var hasReader = true

  init(_ words: [String], input: String = "", environment: [String: String] = [:]) throws {
    let standardInput = try Self.makePipe()
    let standardOutput = try Self.makePipe()
    let standardError = try Self.makePipe()
    output = Reading(standardOutput.read)
    error = Reading(standardError.read)
    process = try ChildProcess(
      words,
      .descriptors(
        input: standardInput.read, output: standardOutput.write, error: standardError.write),
      environment: environment)
    for end in [standardInput.read, standardOutput.write, standardError.write] { close(end) }
    // Shorter than a pipe's buffer, so this does not wait for the program.
    _ = input.withCString { write(standardInput.write, $0, strlen($0)) }
    close(standardInput.write)
  }

  /// Waits until stdout contains `text`.
  func waitForOutput(_ text: String) throws { try output.read { $0.contains(text) } }

  /// Waits until stderr contains `text`.
  func waitForError(_ text: String) throws { try error.read { $0.contains(text) } }

  /// The reader of stdout goes away. From then on its descriptor may be somebody else's.
  func closeOutput() {
    close(output.descriptor)
    hasReader = false
  }

  /// Reads the rest and waits for the end.
  func finish() throws -> Ended {
    if hasReader { try output.read { _ in false } }
    try error.read { _ in false }
    return Ended(status: process.wait(), output: output.text, error: error.text)
  }

  deinit {
    if hasReader { close(output.descriptor) }
    close(error.descriptor)
  }

  struct Ended: Equatable, Sendable {
    var status: Int32
    var output: String
    var error: String
  }

  /// Runs the program from start to end.
  static func run(
    _ words: [String], input: String = "", environment: [String: String] = [:]
  ) async throws -> Ended {
    try await offThePool {
      try Program(words, input: input, environment: environment).finish()
    }
  }

  /// The ends are closed in every child but the one that they are meant for.
  private static func makePipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw SystemError.last("pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }
}

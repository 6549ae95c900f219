#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Waits for the end of a helper, and gathers what it says meanwhile.
struct HelperWatch {
  let child: pid_t
  let pipes: HelperPipes
  let command: HelperCommand
  let onLine: @Sendable (String) -> Void

  private var output: [UInt8] = []
  private var message: [UInt8] = []
  private var messageLength = 0

  /// How often it is looked whether the helper has ended. Its output wakes us, its silent end does not.
  private static let interval: Int32 = 20
  /// What a helper may tell.
  private static let messageLimit = 64 << 10
  /// What is read of its messages at a time: what a pipe holds, so nothing of a helper that has ended is missed. One that
  /// writes without an end must not keep us from looking at the clock.
  private static let portionsAtATime = 16

  init(
    child: pid_t, pipes: HelperPipes, command: HelperCommand,
    onLine: @escaping @Sendable (String) -> Void
  ) {
    self.child = child
    self.pipes = pipes
    self.command = command
    self.onLine = onLine
  }

  /// Returns the output of a helper that succeeded.
  mutating func finish(_ input: [UInt8]) throws(HelperFailure) -> [UInt8] {
    give(input)
    let deadline = ContinuousClock.now + command.timeout
    while true {
      // Asked before the pipes are read, so that nothing said before the end is missed.
      let ending = reap()
      let isTooLong = drain()
      if let ending {
        flush()
        return try judge(ending, isTooLong)
      }
      guard !isTooLong else { throw stop(Self.tooLong(command.name)) }
      guard ContinuousClock.now < deadline else { throw stop(timedOut) }
      wait()
    }
  }

  /// The request is shorter than a pipe's buffer. A helper that does not read it may end before it is written, which is
  /// no reason for this process to end by SIGPIPE.
  private func give(_ input: [UInt8]) {
    var pipeSignal = sigset_t()
    sigemptyset(&pipeSignal)
    sigaddset(&pipeSignal, SIGPIPE)
    // This thread lives for this helper only, so nobody else misses the signal.
    pthread_sigmask(SIG_BLOCK, &pipeSignal, nil)
    _ = input.withUnsafeBytes { write(pipes.input, $0.baseAddress, $0.count) }
    pipes.closeInput()
  }

  private func wait() {
    var watched = [pipes.output, pipes.messages].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    poll(&watched, 2, Self.interval)
    // An end that was closed is readable for ever.
    if watched.allSatisfy({ $0.revents == 0 || $0.revents == Int16(POLLHUP) }),
      watched.contains(where: { $0.revents != 0 })
    {
      poll(nil, 0, Self.interval)
    }
  }

  /// The status of the helper when it has ended.
  private func reap() -> Int32? {
    var status: Int32 = 0
    var ended: pid_t
    repeat { ended = waitpid(child, &status, WNOHANG) } while ended < 0 && errno == EINTR
    guard ended != 0 else { return nil }
    // A program that embeds the runtime may have told the system to reap all children; then nobody knows more.
    return ended > 0 ? status : 0
  }

  /// Reads what is there; true when the output is too long.
  private mutating func drain() -> Bool {
    while let bytes = portion(pipes.output) {
      output += bytes
      guard output.count <= HelperProcess.outputLimit else { return true }
    }
    for _ in 0..<Self.portionsAtATime {
      guard let bytes = portion(pipes.messages) else { break }
      tell(bytes)
    }
    return false
  }

  private func portion(_ descriptor: Int32) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(descriptor, &bytes, bytes.count)
    return count > 0 ? Array(bytes[..<count]) : nil
  }

  private mutating func tell(_ bytes: [UInt8]) {
    for byte in bytes where messageLength < Self.messageLimit {
      messageLength += 1
      if byte == UInt8(ascii: "\n") { flush() } else { message.append(byte) }
    }
  }

  private mutating func flush() {
    if !message.isEmpty { onLine(String(decoding: message, as: UTF8.self)) }
    message = []
  }

  private func judge(_ status: Int32, _ isTooLong: Bool) throws(HelperFailure) -> [UInt8] {
    let signal = status & 0x7f
    guard signal == 0 else {
      throw HelperFailure("the helper \(command.name) was ended by signal \(signal)")
    }
    let code = status >> 8 & 0xff
    guard code == 0 else {
      throw HelperFailure("the helper \(command.name) ended with status \(code)")
    }
    guard !isTooLong else { throw Self.tooLong(command.name) }
    return output
  }

  /// Ends the helper and all that it started: politely, then for certain. What it started may live on when it has ended
  /// itself. It is reaped last: until then nobody else's group can have its number.
  private func stop(_ failure: HelperFailure) -> HelperFailure {
    kill(-child, SIGTERM)
    let deadline = ContinuousClock.now + HelperProcess.grace
    while !hasEnded, ContinuousClock.now < deadline { poll(nil, 0, Self.interval) }
    kill(-child, SIGKILL)
    waitpid(child, nil, 0)
    return failure
  }

  /// Asked without reaping it.
  private var hasEnded: Bool {
    var change = siginfo_t()
    let result = waitid(P_PID, id_t(child), &change, WEXITED | WNOHANG | WNOWAIT)
    // Nothing is filled in while it goes on. Without a child to wait for, somebody else has reaped it.
    return result == 0 ? change.si_signo != 0 : errno == ECHILD
  }

  private var timedOut: HelperFailure {
    HelperFailure(
      "the helper \(command.name) did not answer within \(command.timeout.components.seconds) s",
      hint: "it has no terminal: what it needs must be there before")
  }

  private static func tooLong(_ name: String) -> HelperFailure {
    HelperFailure("the helper \(name) printed more than \(HelperProcess.outputLimit) bytes")
  }
}

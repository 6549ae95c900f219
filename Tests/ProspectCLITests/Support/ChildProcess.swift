#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The built prospect-run in a process of its own.
struct ChildProcess {
  /// What becomes the child's descriptors 0, 1 and 2.
  enum Streams {
    case descriptors(input: Int32, output: Int32, error: Int32)
    /// The path of a terminal, which becomes the child's controlling one.
    case terminal(String)
  }

  let id: pid_t

  /// Starts the program that stands beside the test bundle, with a clean environment.
  init(_ words: [String], _ streams: Streams, environment: [String: String] = [:]) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    Self.prepare(&actions, &attributes, streams)

    var arguments = ([Self.program] + words).map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var id = pid_t()
    let number = posix_spawn(&id, Self.program, &actions, &attributes, &arguments, &variables)
    guard number == 0 else { throw SystemError(call: "posix_spawn", number: number) }
    self.id = id
  }

  func send(_ signal: Int32) { kill(id, signal) }

  /// The exit status as a shell shows it; waits for the end.
  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7f
    return signal == 0 ? (status >> 8) & 0xff : 128 + signal
  }

  static var program: String {
    let bundle = CommandLine.arguments.first ?? ""
    let folder = bundle.lastIndex(of: "/").map { bundle[..<$0] } ?? "."
    return folder + "/prospect-run"
  }

  /// POSIX_SPAWN_SETSID, which glibc shows to GNU programs only.
  private static let startsSession: Int32 = 0x80

  private static func prepare(
    _ actions: inout posix_spawn_file_actions_t, _ attributes: inout posix_spawnattr_t,
    _ streams: Streams
  ) {
    var flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    switch streams {
    case .descriptors(let input, let output, let error):
      for (number, descriptor) in [input, output, error].enumerated() {
        posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
      }
    case .terminal(let path):
      // The first terminal that the leader of a session opens becomes its controlling one.
      flags |= Self.startsSession
      posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
      for number: Int32 in [1, 2] { posix_spawn_file_actions_adddup2(&actions, 0, number) }
    }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(flags))
  }
}

internal import ProspectRuntime

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What the programs of this project have in common: they give the command line the streams, the environment and the
/// signals of this process.
package enum ProspectProgram {
  /// The program that can also serve the local providers.
  private static let servingProgram = "prospect-sandbox"

  /// Does what the words of this process's command line ask for, and ends the process.
  package static func run(providers: LocalProvidersSource) async -> Never {
    takeMissingStreams()
    // A core file would hold the credentials.
    var noCore = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &noCore)
    let signals = StopSignals()
    let process = ProcessSignals(deliveringTo: signals)
    signals.handle(StopSignals.endingTheProcess)
    let words = Array(CommandLine.arguments.dropFirst())
    let console = Console.ofProcess(signals: signals, providers: providers)
    let status = await ProspectCommandLine.run(words, in: console)
    withExtendedLifetime(process) { exit(status) }
  }

  /// A stream that was closed before this process began would be the number of what is opened next, a socket perhaps, and get
  /// what is meant for a person. What is put in its place fails as a closed one does.
  private static func takeMissingStreams() {
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(stream, F_GETFD) < 0 {
      _ = open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// Puts the program that can serve the local providers in the place of this process: same words, same streams, same
  /// process id. Returns only when that failed.
  @Sendable package static func handOver() -> UsageError {
    let environment = RuntimeConfiguration.processEnvironment
    guard let path = ProgramFolder.find(servingProgram, environment: environment) else {
      return UsageError(
        message: """
          \(servingProgram) was not found, neither in \(ProgramFolder.own ?? "the folder of this program") nor on PATH
          """,
        hint: "put it beside prospect-run: it serves the local providers")
    }
    execv(path, CommandLine.unsafeArgv)
    return UsageError(message: "cannot start \(path): \(String(cString: strerror(errno)))")
  }
}

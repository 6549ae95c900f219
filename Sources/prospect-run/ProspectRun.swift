internal import ProspectCLI

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The program: gives the command line the streams, the environment and the signals of this
/// process.
@main
struct ProspectRun {
  static func main() async {
    let signals = StopSignals()
    let process = ProcessSignals(deliveringTo: signals)
    signals.handle(StopSignals.endingTheProcess)
    let words = Array(CommandLine.arguments.dropFirst())
    let status = await ProspectCommandLine.run(words, in: .ofProcess(signals: signals))
    withExtendedLifetime(process) { exit(status) }
  }
}

internal import ProspectCLI

/// The program that users call. It starts quickly because the local providers are in another one.
@main
struct ProspectRun {
  static func main() async {
    await ProspectProgram.run(providers: .otherProgram(ProspectProgram.handOver))
  }
}

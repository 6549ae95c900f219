internal import ProspectRuntime

extension Console {
  /// The console of this process.
  package static func ofProcess(
    signals: StopSignals, providers: LocalProvidersSource
  ) -> Console {
    let environment = RuntimeConfiguration.processEnvironment
    return Console(
      input: StandardStream.input, output: StandardStream.output, error: StandardStream.error,
      environment: environment, signals: signals, providers: providers,
      makeLineReader: { EditLineReader(environment: environment) },
      question: HiddenPrompt(signals: signals), forget: { $0.forget() })
  }
}

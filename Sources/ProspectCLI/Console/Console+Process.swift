internal import ProspectAPI
internal import ProspectRuntime

extension Console {
  /// The console of this process.
  package static func ofProcess(
    signals: StopSignals, providers: LocalProvidersSource
  ) -> Console {
    let environment = RuntimeConfiguration.processEnvironment
    let secrets = SecretRegister()
    return Console(
      input: StandardStream.input, output: StandardStream.output, error: StandardStream.error,
      environment: environment, secrets: secrets, signals: signals, providers: providers,
      makeLineReader: { EditLineReader(environment: environment, secrets: secrets) },
      question: HiddenPrompt(signals: signals), forget: { $0.forget() })
  }
}

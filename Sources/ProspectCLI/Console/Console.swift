package import ProspectAPI
package import ProspectRuntime

/// The world of a command: its streams, its environment, and the signals that ask it to stop.
///
/// Commands see nothing else of the process, so a test gives them memory instead.
package struct Console: Sendable {
  package var input: any ByteSource
  /// Lets no secret pass, and neither does `error`.
  package let output: any ByteSink
  package let error: any ByteSink
  /// stdout for a command whose purpose it is to tell keys.
  package let bareOutput: any ByteSink
  package var environment: [String: String]
  package var signals: StopSignals
  package var providers: LocalProvidersSource
  /// Knows what must not be shown.
  package let secrets: SecretRegister
  /// Opens the prompt's line editor; nil when the terminal cannot carry one.
  package var makeLineReader: @Sendable () -> (any LineReader)?
  /// Asks the person at the terminal for one line.
  package var question: any TerminalQuestion
  /// Removes variables with credentials from the process: what is left of them is `environment`.
  package var forget: @Sendable (ProviderVariables) -> Void

  package init(
    input: any ByteSource, output: any ByteSink, error: any ByteSink,
    environment: [String: String] = [:], secrets: SecretRegister = SecretRegister(),
    signals: StopSignals = StopSignals(),
    providers: LocalProvidersSource = .otherProgram(ProspectProgram.handOver),
    makeLineReader: @escaping @Sendable () -> (any LineReader)? = { nil },
    question: any TerminalQuestion = NoTerminal(),
    forget: @escaping @Sendable (ProviderVariables) -> Void = { _ in }
  ) {
    self.input = input
    self.output = SecretlessSink(base: output, secrets: secrets)
    self.error = SecretlessSink(base: error, secrets: secrets)
    bareOutput = output
    self.secrets = secrets
    secrets.add(environment: environment)
    self.environment = environment
    self.signals = signals
    self.providers = providers
    self.makeLineReader = makeLineReader
    self.question = question
    self.forget = forget
  }
}

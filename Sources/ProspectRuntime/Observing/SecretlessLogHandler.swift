internal import Logging
internal import ProspectAPI

/// Passes log lines on without the secrets that the runtime knows.
struct SecretlessLogHandler: LogHandler {
  private var base: any LogHandler
  private let secrets: SecretRegister

  init(_ base: any LogHandler, _ secrets: SecretRegister) {
    self.base = base
    self.secrets = secrets
  }

  var logLevel: Logger.Level {
    get { base.logLevel }
    set { base.logLevel = newValue }
  }

  /// Nothing but the runtime sets them; secrets that it learns later are not in what names a run.
  var metadata: Logger.Metadata {
    get { base.metadata }
    set { base.metadata = newValue }
  }

  var metadataProvider: Logger.MetadataProvider? {
    get { base.metadataProvider }
    set { base.metadataProvider = newValue }
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { base[metadataKey: key] }
    set { base[metadataKey: key] = newValue }
  }

  func log(event: LogEvent) {
    var event = event
    event.message = "\(secrets.redact(event.message.description))"
    event.metadata = event.metadata?.mapValues(redacted)
    base.log(event: event)
  }

  private func redacted(_ value: Logger.MetadataValue) -> Logger.MetadataValue {
    switch value {
    case .string(let text): .string(secrets.redact(text))
    // Numbers stay numbers.
    case .stringConvertible(is any Numeric): value
    case .stringConvertible(let other): .string(secrets.redact(other.description))
    case .array(let values): .array(values.map(redacted))
    case .dictionary(let values): .dictionary(values.mapValues(redacted))
    }
  }
}

extension Logger {
  /// A logger of the same kind that lets no secret pass.
  func withoutSecrets(_ secrets: SecretRegister) -> Logger {
    var logger = self
    logger.handler = SecretlessLogHandler(handler, secrets)
    return logger
  }
}

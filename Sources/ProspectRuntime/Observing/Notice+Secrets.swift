internal import MachinePort
internal import ProspectAPI

extension Notice {
  /// The same notice as it may be shown. Output is a stream and not dealt with here.
  func redacted(by secrets: SecretRegister) -> Notice {
    switch self {
    case .print: self
    case .log(let level, let message, let fields):
      .log(level: level, message: secrets.redact(message), fields: secrets.redact(fields))
    case .progress(let json): .progress(json: secrets.redact(json))
    }
  }
}

internal import ProspectAPI

extension RunFailure {
  /// The same failure as it may be shown: a recipe can put into an error whatever it gets hold of.
  func redacted(by secrets: SecretRegister) -> RunFailure {
    var failure = self
    failure.message = secrets.redact(message)
    failure.traceback = secrets.redact(traceback)
    failure.file = file.map { secrets.redact($0) }
    failure.provider = provider.map { secrets.redact($0) }
    failure.operation = operation.map { secrets.redact($0) }
    failure.code = code.map { secrets.redact($0) }
    failure.requestID = requestID.map { secrets.redact($0) }
    failure.hint = hint.map { secrets.redact($0) }
    return failure
  }
}

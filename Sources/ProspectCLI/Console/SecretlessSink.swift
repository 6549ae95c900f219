internal import ProspectAPI

/// A stream to which no secret passes.
///
/// What is written at once is looked at as a whole. What a recipe prints comes in pieces, and through the runtime, which
/// sees to secrets that lie across their ends.
struct SecretlessSink: ByteSink {
  let base: any ByteSink
  let secrets: SecretRegister

  var isTerminal: Bool { base.isTerminal }
  var columns: Int? { base.columns }

  func write(_ bytes: [UInt8]) throws(BrokenPipe) { try base.write(secrets.redact(bytes)) }
}

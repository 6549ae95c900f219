internal import MachinePort
internal import ProspectJSON

extension RunFailure {
  /// The failure that a machine reported.
  init(_ failure: Failure) {
    let file = failure.file.map { $0.hasPrefix("@") ? String($0.dropFirst()) : $0 }
    let line = failure.line
    self.init(
      Kind(failure.kind), Self.withoutPlace(failure.message, file: file, line: line), file: file,
      line: line, traceback: failure.traceback)
    guard failure.kind == .error, let json = failure.errorJSON, let fields = try? JSON.parse(json)
    else { return }
    describe(fields)
  }

  /// Takes over what an error object says.
  private mutating func describe(_ fields: JSON) {
    if let word = fields["kind"]?.string, Kind.raised.contains(Kind(rawValue: word)) {
      kind = Kind(rawValue: word)
    }
    provider = fields["provider"]?.string
    operation = fields["operation"]?.string
    status = fields["status"]?.integer.flatMap(Int.init(exactly:))
    code = fields["code"]?.string
    requestID = fields["request_id"]?.string
    attempts = fields["attempts"]?.integer.flatMap(Int.init(exactly:))
    hint = fields["hint"]?.string
  }

  /// Lua puts the place in front of a message; here it has fields of its own.
  private static func withoutPlace(_ message: String, file: String?, line: Int?) -> String {
    guard let file, let line else { return message }
    let place = "\(file):\(line): "
    return message.hasPrefix(place) ? String(message.dropFirst(place.count)) : message
  }
}

extension RunFailure.Kind {
  init(_ kind: Failure.Kind) {
    self =
      switch kind {
      case .error: .error
      case .syntax: .syntax
      case .memory: .memory
      case .interrupted: .cancelled
      case .limit: .limit
      case .internal: .internal
      }
  }

  /// Kinds that an error value of a recipe may claim; only the host itself says that a run crashed or was terminated.
  fileprivate static let raised: Set<RunFailure.Kind> = [
    .argument, .usage, .function, .credential, .scope, .provider, .transport, .timeout, .jobFailed,
    .unknownOutcome, .credits, .limit, .grant, .suspended,
    .signature,
  ]
}

internal import Crypto
internal import MachinePort
internal import ProspectAPI
internal import ProspectJSON
internal import ProspectJournal

extension MachineHost {
  /// The arguments of a call with the secrets that it hands on; nil when it hands on none.
  ///
  /// - Throws: a refusal when one of them belongs to another origin, or stands where the operation takes none.
  func revealed(
    _ arguments: [UInt8], for operation: Operation, at origin: Origin
  ) throws(CallError) -> [UInt8]? {
    guard !vault.isEmpty, let values = try? parser.parse(arguments) else { return nil }
    return try vault.reveal(in: values, of: operation, for: origin)?.encoded
  }

  /// An answer with handles where the operation shows secrets; `step` looks for them everywhere else.
  func sealed(_ answer: [UInt8], of target: ResolvedOperation) -> [UInt8] {
    var answer = answer
    if !target.operation.secrets.isEmpty, let value = try? parser.parse(answer) {
      answer =
        vault.seal(value, of: target.operation, from: target.provider.baseURL.origin) {
          services.secrets.add($0)
        }.encoded
    }
    // What is no JSON has no escapes to be looked behind.
    return target.provider.isOpaque && !vault.isEmpty ? vault.concealBytes(answer) : answer
  }

  /// Takes out the secrets that are known at this moment.
  var concealment: Concealment { Concealment(vault: vault, secrets: services.secrets) }

  /// Writes a secret into a file of the output folder.
  func saveSecret(_ handle: String, _ path: String) async throws(RequestRefusal) -> Reply {
    let text = Array(try secret(handle).reveal().utf8)
    return await step("secrets.save", .natural, arguments: Array("\(path)\0\(handle)".utf8)) {
      _ throws(RequestRefusal) in
      .succeeded(
        response: JSON.string(try await grants.writeSecret(path, text)).encoded, facts: [])
    }
  }

  /// Whether a message was signed with a key.
  func verify(
    _ key: SignatureKey, _ message: [UInt8], _ signatures: [String]
  ) async throws(RequestRefusal) -> Reply {
    let bytes =
      switch key {
      case .bytes(let bytes): bytes
      case .secret(let handle): Array(try secret(handle).reveal().utf8)
      }
    let isRight = await Self.isSigned(message, with: bytes, signatures)
    return .value(json: JSON.bool(isRight).encoded)
  }

  /// Off the loop: a message may be large. The comparison takes the same time wherever the first difference is.
  @concurrent
  private static func isSigned(
    _ message: [UInt8], with key: [UInt8], _ signatures: [String]
  ) async -> Bool {
    let key = SymmetricKey(data: key)
    return signatures.reduce(false) { found, signature in
      guard let code = HexadecimalText.bytes(signature) else { return found }
      return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: message, using: key)
        || found
    }
  }

  private func secret(_ handle: String) throws(RequestRefusal) -> Secret {
    guard let secret = vault.secret(handle) else {
      throw RequestRefusal(.usage, "this run holds no such secret")
    }
    return secret
  }
}

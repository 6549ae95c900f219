/// What all calls of an operation share, made once: where they go, and the header that they carry.
final class CallRoute: Sendable {
  let provider: Provider
  let operation: Operation
  let credential: Credential?
  /// Lets requests to the provider's origin pass.
  let gate: OriginGate
  /// Knows what must not appear in errors, the credential among it.
  private let register: SecretRegister
  private let isPassing: Bool
  private let prefix: String
  private let networks: Networks
  private let redirects: Int
  private let fields: [(name: String, value: String)]
  private let headers: HeaderList
  /// Members of which a good answer has at least one, as they stand in JSON; empty when none is documented.
  let expectedNames: [[UInt8]]

  /// - Parameter isPassing: whether the credential ends by itself.
  init(
    _ operation: Operation, of provider: Provider, credential: Credential?,
    isPassing: Bool = false, register: SecretRegister, gate: OriginGate
  ) {
    self.provider = provider
    self.operation = operation
    self.credential = credential
    self.register = register
    self.isPassing = isPassing
    if let credential { register.add(credential.secret, isPassing: isPassing) }
    self.gate = gate
    expectedNames = HiddenError.expectedNames(of: operation)
    prefix = operation.isRoot ? "" : provider.baseURL.path
    networks = provider.baseURL.origin.networks
    redirects = operation.mayBeRedirected ? Self.mostRedirects : 0
    var fields =
      provider.isOpaque ? [] : [(name: "Accept", value: "application/json")]
    if operation.method != .get, !provider.isOpaque {
      fields.append(("Content-Type", "application/json"))
    }
    if let authorization = credential?.authorization(for: provider.baseURL.origin) {
      fields.append(("Authorization", authorization))
    }
    self.fields = fields
    headers = HeaderList(fields)
  }

  /// Keeps its credential among those that were used last, if the register would forget it otherwise.
  func remember() {
    if isPassing, let credential { register.add(credential.secret, isPassing: true) }
  }

  func request(
    for call: PreparedCall, key: String?, deadline: ContinuousClock.Instant?
  ) -> TransportRequest {
    var request = TransportRequest(
      method: operation.method.rawValue, origin: provider.baseURL.origin,
      target: prefix + call.target,
      headers: call.headers.isEmpty ? headers : HeaderList(fields + call.headers), body: call.body)
    if operation.effect == .keyed, let key, let idempotency = provider.idempotency {
      request.extraHeader = "\(idempotency.header): \(key)"
    }
    request.deadline = deadline
    request.networks = networks
    request.redirects = redirects
    if provider.isOpaque { request.responseLimit = Self.opaqueLimit }
    return request
  }

  private static let mostRedirects = 5
  /// A recipe has the whole body in its memory.
  private static let opaqueLimit = 16 << 20

  /// A text that came from outside, without secrets.
  func redacted(_ text: String) -> String { register.redact(text) }

  /// An error answer, without secrets: before a part of it is cut out, which could cut one in two.
  func redacted(_ response: TransportResponse) -> TransportResponse {
    var response = response
    response.body = register.redact(response.body)
    return response
  }
}

extension Operation {
  /// A change might be made at another place than it was meant for, and what is paid might be paid twice.
  fileprivate var mayBeRedirected: Bool { method == .get && effect == .read && cost == nil }
}

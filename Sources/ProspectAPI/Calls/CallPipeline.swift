/// Sends calls to providers: adds the credential, waits for its turn, repeats what may be repeated, and turns every failure
/// into one error value.
///
/// Lives on the host's loop, so a call from another actor of the loop changes no thread.
package actor CallPipeline {
  package nonisolated let loop: HostLoop
  package nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

  let transport: any Transport
  let judge: CallJudge
  private let credentials: CredentialStore
  private var routes: [ObjectIdentifier: CallRoute] = [:]
  private var gates: [Origin: OriginGate] = [:]

  /// Requests to one origin that may be under way at once.
  private static let width = 128

  package init(
    loop: HostLoop, transport: any Transport, credentials: CredentialStore,
    policy: RetryPolicy = .init()
  ) {
    self.loop = loop
    self.transport = transport
    self.credentials = credentials
    judge = CallJudge(policy: policy)
  }

  /// Makes a call, in as many attempts as it takes and its effect allows.
  ///
  /// - Parameters:
  ///   - call: one of `provider`'s operations with its arguments.
  ///   - idempotencyKey: the same for every attempt of this step, ever. A keyed operation without one is sent once.
  ///   - deadline: covers attempts and waits; nil: only the limits of each attempt count.
  ///   - observer: hears of attempts and waits.
  /// - Throws: `CallError`; also for a missing credential, which is noticed before anything is sent.
  package func send(
    _ call: PreparedCall, to provider: Provider, idempotencyKey: String? = nil,
    deadline: ContinuousClock.Instant? = nil, observer: CallObserver? = nil
  ) async throws(CallError) -> CallResponse {
    let route = try route(of: call.operation, provider)
    let described = call.operation.effect
    let effect = described == .keyed && idempotencyKey == nil ? .unrepeatable : described
    var request = route.request(for: call, key: idempotencyKey, deadline: deadline)
    // libcurl repeats a request silently when a reused connection is dead.
    request.needsFreshConnection = !effect.mayBeRepeated
    var attempt = 0
    while true {
      try await enter(route, deadline, attempts: attempt)
      attempt += 1
      let verdict = await self.attempt(attempt, request, route, effect, observer)
      switch verdict {
      case .success(let response): return Self.answer(response, route, attempt)
      case .fail(let error): throw error
      case .retry(let retry):
        if retry.needsFreshConnection { request.needsFreshConnection = true }
        observer?(.waiting(for: retry.wait, reason: retry.reason))
        // The gate keeps everybody waiting when the origin asked for less traffic.
        if !retry.isThrottled { try await pause(for: retry.wait, route, attempts: attempt) }
      }
    }
  }

  private static func answer(
    _ response: TransportResponse, _ route: CallRoute, _ attempts: Int
  ) -> CallResponse {
    CallResponse(
      status: response.status, headers: response.headers,
      body: response.body.isEmpty ? Array("null".utf8) : response.body,
      requestID: response.headers[route.provider.requestIDHeader], attempts: attempts)
  }

  private func route(
    of operation: Operation, _ provider: Provider
  ) throws(CallError) -> CallRoute {
    if let route = routes[ObjectIdentifier(operation)] { return route }
    let credential: Credential?
    do { credential = try credentials.credential(for: provider) } catch {
      var error = error
      error.operation = operation.name
      throw error
    }
    let route = CallRoute(
      operation, of: provider, credential: credential, gate: gate(for: provider.baseURL.origin))
    // The route keeps the operation alive, so its identity stays its own.
    routes[ObjectIdentifier(operation)] = route
    return route
  }

  func gate(for origin: Origin) -> OriginGate {
    if let gate = gates[origin] { return gate }
    let gate = OriginGate(loop: loop, width: Self.width)
    gates[origin] = gate
    return gate
  }
}

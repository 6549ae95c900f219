internal import CCurlShims

/// Sends calls to providers: adds the credential, waits for its turn, repeats what may be repeated, and turns every failure
/// into one error value.
///
/// Lives on the host's loop, so a call from another actor of the loop changes no thread.
package actor CallPipeline {
  package nonisolated let loop: HostLoop
  package nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

  let transport: any Transport
  let judge: CallJudge
  let credentials: CredentialStore
  /// Gets to know every secret before it is sent.
  let secrets: SecretRegister
  let clock: @Sendable () -> Double
  private var routes: [ObjectIdentifier: CallRoute] = [:]
  private var gates: [Origin: OriginGate] = [:]
  /// By the name of the provider.
  var keepers: [String: TokenKeeper] = [:]
  /// By the name of the provider.
  var purchaseGates: [String: OriginGate] = [:]

  /// Requests to one origin that may be under way at once.
  private static let width = 128

  /// - Parameters:
  ///   - secrets: gets to know every secret before it is sent.
  ///   - clock: Unix seconds, by which the age of tokens is told.
  package init(
    loop: HostLoop, transport: any Transport, credentials: CredentialStore,
    secrets: SecretRegister = SecretRegister(), policy: RetryPolicy = .init(),
    clock: @escaping @Sendable () -> Double = { ccs_unix_time() }
  ) {
    self.loop = loop
    self.transport = transport
    self.credentials = credentials
    self.secrets = secrets
    self.clock = clock
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
    let terms = CallTerms(key: idempotencyKey, deadline: deadline, observer: observer)
    let route = try await route(of: call.operation, provider, deadline)
    let refusal: CallError
    do throws(CallError) {
      return try await perform(call, on: route, terms)
    } catch {
      guard error.status == 401, let serial = route.credential?.serial else { throw error }
      await keeper(of: provider)?.refused(serial)
      refusal = error
    }
    // A 401 proves that the request was not executed, so it may be repeated whatever it does; once (spherescout §2.2).
    return try await repeated(call, to: provider, terms, after: refusal)
  }

  private func repeated(
    _ call: PreparedCall, to provider: Provider, _ terms: CallTerms, after refusal: CallError
  ) async throws(CallError) -> CallResponse {
    do throws(CallError) {
      let route = try await route(of: call.operation, provider, terms.deadline)
      var response = try await perform(call, on: route, terms)
      response.attempts += refusal.attempts
      return response
    } catch {
      var error = error
      error.attempts += refusal.attempts
      throw error
    }
  }

  /// Sends a request over one route, in as many attempts as it takes.
  func perform(
    _ call: PreparedCall, on route: CallRoute, _ terms: CallTerms
  ) async throws(CallError) -> CallResponse {
    let effect = terms.effect(of: call.operation)
    var request = route.request(for: call, key: terms.key, deadline: terms.deadline)
    // libcurl repeats a request silently when a reused connection is dead.
    request.needsFreshConnection = !effect.mayBeRepeated
    var attempt = 0
    while true {
      try await enter(route, terms.deadline, attempts: attempt)
      attempt += 1
      let verdict = await self.attempt(attempt, request, route, effect, terms.observer)
      switch verdict {
      case .success(let response): return Self.answer(response, route, attempt)
      case .fail(let error): throw error
      case .retry(let retry):
        if retry.needsFreshConnection { request.needsFreshConnection = true }
        terms.observer?(.waiting(for: retry.wait, reason: retry.reason))
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
    of operation: Operation, _ provider: Provider, _ deadline: ContinuousClock.Instant?
  ) async throws(CallError) -> CallRoute {
    let known = routes[ObjectIdentifier(operation)]
    // What is sent without a credential, or with a key, is the same for ever.
    if let known, known.credential?.serial == nil { return known }
    let credential: Credential?
    do throws(CallError) {
      credential = try await self.credential(for: operation, of: provider, deadline)
    } catch {
      var error = error
      error.operation = error.operation ?? operation.name
      throw error
    }
    if let known, known.credential?.serial == credential?.serial { return known }
    let route = CallRoute(
      operation, of: provider, credential: credential, register: secrets,
      gate: gate(for: provider.baseURL.origin))
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

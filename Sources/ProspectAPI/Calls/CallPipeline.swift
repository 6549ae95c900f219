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
  let chance: @Sendable () -> Double
  let traffic: TrafficBook
  let gateClock: GateClock
  private var routes: [ObjectIdentifier: CallRoute] = [:]
  /// By the name of the provider; the gates of other calls are held by their routes. The book forgets those that nobody has.
  var loginGates: [String: OriginGate] = [:]
  /// By the name of the provider: where the credential of the moment comes from.
  var accounts: [String: CallAccount] = [:]
  /// By the name of the provider.
  var keepers: [String: CredentialKeeper] = [:]
  /// Providers whose credential was found once, so that a helper is told when it is asked again.
  var foundBefore: Set<String> = []
  /// By the name of the provider.
  var purchases: [String: PurchaseTurn] = [:]

  /// - Parameters:
  ///   - secrets: gets to know every secret before it is sent.
  ///   - traffic: what is known of the traffic to each origin.
  ///   - clock: Unix seconds, by which the age of tokens and the dates of answers are told.
  ///   - chance: from 0 up to 1, for delays.
  ///   - gateClock: tells calls in front of an origin when it is their turn; nil: real time.
  package init(
    loop: HostLoop, transport: any Transport, credentials: CredentialStore,
    secrets: SecretRegister = SecretRegister(),
    policy: RetryPolicy = .init(), traffic: TrafficBook = .process,
    clock: @escaping @Sendable () -> Double = { ccs_unix_time() },
    chance: @escaping @Sendable () -> Double = { .random(in: 0..<1) },
    gateClock: GateClock? = nil
  ) {
    self.loop = loop
    self.transport = transport
    self.credentials = credentials
    self.secrets = secrets
    self.traffic = traffic
    self.clock = clock
    self.chance = chance
    self.gateClock = gateClock ?? GateClock(loop)
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
      guard error.status == 401, route.credential != nil else { throw error }
      refusal = error
    }
    // A 401 proves that the request was not executed, so it may be repeated whatever it does; once (spherescout §2.2).
    return try await repeated(call, after: refusal, on: route, terms)
  }

  /// Where a call goes, with the credential of the moment.
  func route(
    of operation: Operation, _ provider: Provider, _ deadline: ContinuousClock.Instant?
  ) async throws(CallError) -> CallRoute {
    let known = routes[ObjectIdentifier(operation)]
    let credential: Credential?
    do throws(CallError) {
      credential = try await self.credential(for: operation, of: provider, deadline)
    } catch {
      var error = error
      error.operation = error.operation ?? operation.name
      throw error
    }
    if let known, known.credential?.serial == credential?.serial {
      known.remember()
      return known
    }
    let route = CallRoute(
      operation, of: provider, credential: credential,
      isPassing: accounts[provider.name]?.keepsChanging ?? false, register: secrets,
      gate: gate(to: provider, with: credential))
    // The route keeps the operation alive, so its identity stays its own.
    routes[ObjectIdentifier(operation)] = route
    return route
  }
}

extension CallPipeline {
  /// The credential that a call carries; nil for one that is public. Waits while it is looked for or renewed.
  func credential(
    for operation: Operation, of provider: Provider, _ deadline: ContinuousClock.Instant?
  ) async throws(CallError) -> Credential? {
    if operation.isPublic || provider.authentication == nil { return nil }
    let keeper = keeper(of: provider)
    // Nearly every call finds it there.
    if let ready = Self.ready(keeper) { return ready }
    return try await keeper.credential(deadline: deadline)
  }

  /// Both live on the loop, so asking needs no change of actors.
  private static func ready(_ keeper: CredentialKeeper) -> Credential? {
    keeper.assumeIsolated { $0.readyCredential() }
  }

  /// Makes a call again that was refused with 401, when there is another credential by now.
  ///
  /// All calls that were refused with the same one wait for one search. When it leads to the same credential again, the
  /// refusal is told at once.
  func repeated(
    _ call: PreparedCall, after refusal: CallError, on route: CallRoute, _ terms: CallTerms
  ) async throws(CallError) -> CallResponse {
    let provider = route.provider
    if let serial = route.credential?.serial { await keeper(of: provider).refused(serial) }
    let renewed: CallRoute
    do throws(CallError) {
      renewed = try await self.route(of: call.operation, provider, terms.deadline)
    } catch {
      throw Self.joined(refusal, error)
    }
    guard renewed.credential?.secret != route.credential?.secret else { throw refusal }
    var terms = terms
    terms.observer = terms.observer.map { Self.counting(on: refusal.attempts, for: $0) }
    do throws(CallError) {
      var response = try await perform(call, on: renewed, terms)
      response.attempts += refusal.attempts
      return response
    } catch {
      var error = error
      error.attempts += refusal.attempts
      throw error
    }
  }

  /// An observer that hears of attempts as those of one call, of which some were made before.
  private static func counting(
    on earlier: Int, for observer: @escaping CallObserver
  ) -> CallObserver {
    { event in
      guard case .attempted(var attempt) = event else { return observer(event) }
      attempt.number += earlier
      observer(.attempted(attempt))
    }
  }

  /// A refusal, and why there is no other credential. A login that was refused says it all itself, and so does a call
  /// that was given up meanwhile.
  private static func joined(_ refusal: CallError, _ error: CallError) -> CallError {
    var joined = error
    joined.attempts += refusal.attempts
    guard error.kind == .credential, error.status == nil else { return joined }
    joined = refusal
    joined.hint = [error.message, error.hint].compactMap(\.self).joined(separator: "; ")
    return joined
  }

  private func keeper(of provider: Provider) -> CredentialKeeper {
    if let keeper = keepers[provider.name] { return keeper }
    let keeper = CredentialKeeper(of: provider, loop: loop, clock: clock) { [weak self] work in
      guard let self else {
        return .failure(CallError(kind: .cancelled, message: "the runtime is gone"))
      }
      do throws(CallError) {
        return .success(try await self.fruit(of: work, for: provider))
      } catch {
        return .failure(error)
      }
    }
    keepers[provider.name] = keeper
    return keeper
  }

  private func fruit(
    of work: CredentialKeeper.StateMachine.Work, for provider: Provider
  ) async throws(CallError) -> CredentialKeeper.StateMachine.Fruit {
    switch work {
    case .login(let login):
      let tokens = try await logIn(login, of: provider)
      accounts[provider.name] = .user(login.secrets.username)
      return .tokens(tokens)
    case .refresh(let token, let login):
      return .tokens(try await refresh(token, login, of: provider))
    case .find:
      let isRenewal = foundBefore.contains(provider.name)
      let found = try await credentials.find(for: provider, isRenewal: isRenewal)
      foundBefore.insert(provider.name)
      switch found.secrets {
      case .key(let key):
        accounts[provider.name] = found.expiry == nil ? .key : .changingKey
        return .key(key, found.source, renewalTime: found.renewalTime(now: clock()))
      case .login(let secrets): return .login(.init(secrets: secrets, source: found.source))
      }
    }
  }
}

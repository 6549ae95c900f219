internal import ProspectJSON

extension CallPipeline {
  /// The credential that a call carries; nil for one that is public. Waits while a login is renewed.
  func credential(
    for operation: Operation, of provider: Provider, _ deadline: ContinuousClock.Instant?
  ) async throws(CallError) -> Credential? {
    if operation.isPublic { return nil }
    if let keeper = keepers[provider.name] {
      return try await keeper.credential(deadline: deadline)
    }
    switch try credentials.access(to: provider) {
    case .open: return nil
    case .key(let credential): return credential
    case .login(let secrets):
      return try await makeKeeper(of: provider, secrets).credential(deadline: deadline)
    }
  }

  func keeper(of provider: Provider) -> TokenKeeper? { keepers[provider.name] }

  private func makeKeeper(of provider: Provider, _ secrets: LoginSecrets) -> TokenKeeper {
    let keeper = TokenKeeper(of: provider, loop: loop, clock: clock) { [weak self] work in
      guard let self else {
        return .failure(CallError(kind: .cancelled, message: "the runtime is gone"))
      }
      return await self.renew(work, of: provider, secrets)
    }
    keepers[provider.name] = keeper
    return keeper
  }

  /// Gets new tokens, as the description of the provider says.
  private func renew(
    _ work: TokenKeeper.StateMachine.Work, of provider: Provider, _ secrets: LoginSecrets
  ) async -> Result<TokenPair, CallError> {
    guard let login = provider.authentication?.login else {
      return .failure(CallError(kind: .usage, message: "\(provider.title) has no login"))
    }
    do throws(CallError) {
      switch work {
      case .login: return .success(try await logIn(login, of: provider, secrets))
      case .refresh(let token):
        guard let name = login.refresh else {
          return .success(try await logIn(login, of: provider, secrets))
        }
        let fields: JSON = ["refresh": .string(token.reveal())]
        return .success(
          try await tokens(from: name, fields.encoded, of: provider, login, secrets, former: token))
      }
    } catch {
      return .failure(error)
    }
  }

  private func logIn(
    _ login: Login, of provider: Provider, _ secrets: LoginSecrets
  ) async throws(CallError) -> TokenPair {
    do throws(CallError) {
      return try await tokens(
        from: login.operation, secrets.arguments, of: provider, login, secrets, former: nil)
    } catch {
      // A wrong name or password is said with either status (spherescout §2.2).
      guard error.status == 401 || error.status == 400 else { throw error }
      var error = error
      error.kind = .credential
      error.hint =
        "check \(login.usernameVariable) and \(login.passwordVariable): \(provider.title) refused the login"
      throw error
    }
  }

  /// Calls one of the two operations that give tokens. Neither carries a credential, and either may be repeated: a token
  /// that nobody got harms nobody.
  private func tokens(
    from name: String, _ arguments: [UInt8], of provider: Provider, _ login: Login,
    _ secrets: LoginSecrets, former: Secret?
  ) async throws(CallError) -> TokenPair {
    guard let operation = provider.operations[name] else {
      throw CallError(
        kind: .usage, message: "there is no operation \(name)", provider: provider.name)
    }
    let call = try operation.prepare(arguments, parser: JSONParser())
    let route = CallRoute(
      operation, of: provider, credential: nil,
      secrets: [secrets.username, secrets.password] + (former.map { [$0] } ?? []),
      register: self.secrets,
      gate: gate(for: provider.baseURL.origin))
    let response = try await perform(call, on: route, CallTerms(actualEffect: .natural))
    let answer = try? JSON.parse(response.body)
    let text = { (paths: [String]) in
      paths.lazy.compactMap { answer?.at(path: $0)?.string }.first { !$0.isEmpty }
    }
    guard let access = text(login.accessToken), access.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else {
      throw CallError(
        kind: .provider, message: "the answer holds no access token", provider: provider.name,
        operation: name, status: response.status, requestID: response.requestID,
        hint: "looked at " + login.accessToken.joined(separator: ", "))
    }
    // Without rotation the old refresh token stays good.
    let tokens = TokenPair(
      access: access, refresh: text(login.refreshToken).map { Secret($0) } ?? former, now: clock())
    for token in [tokens.access] + (tokens.refresh.map { [$0] } ?? []) {
      self.secrets.add(token, isPassing: true)
    }
    return tokens
  }
}

internal import ProspectJSON

extension CallPipeline {
  /// Gets new tokens, as the description of the provider says.
  func logIn(
    _ found: CredentialKeeper.StateMachine.FoundLogin, of provider: Provider
  ) async throws(CallError) -> TokenPair {
    let login = try Self.login(of: provider)
    return try await logIn(login, of: provider, found)
  }

  /// Gets new tokens for an old one; by another login where the provider has no such thing.
  func refresh(
    _ token: Secret, _ found: CredentialKeeper.StateMachine.FoundLogin, of provider: Provider
  ) async throws(CallError) -> TokenPair {
    let login = try Self.login(of: provider)
    guard let name = login.refresh else { return try await logIn(login, of: provider, found) }
    let fields: JSON = ["refresh": .string(token.reveal())]
    return try await tokens(
      from: name, fields.encoded, of: provider, login, found.secrets, former: token)
  }

  private static func login(of provider: Provider) throws(CallError) -> Login {
    guard let login = provider.authentication?.login else {
      throw CallError(
        kind: .credential, message: "\(provider.title) has no login", provider: provider.name)
    }
    return login
  }

  private func logIn(
    _ login: Login, of provider: Provider,
    _ found: CredentialKeeper.StateMachine.FoundLogin
  ) async throws(CallError) -> TokenPair {
    do throws(CallError) {
      return try await tokens(
        from: login.operation, found.secrets.arguments, of: provider, login, found.secrets,
        former: nil)
    } catch {
      // A wrong name or password is said with either status (spherescout §2.2).
      guard error.status == 401 || error.status == 400 else { throw error }
      var error = error
      error.kind = .credential
      let place = found.source.place(of: provider, login: true)
      error.hint = "check \(place): \(provider.title) refused the login"
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
    self.secrets.add(name: secrets.username)
    self.secrets.add(secrets.password)
    if let former { self.secrets.add(former, isPassing: true) }
    let route = CallRoute(
      operation, of: provider, credential: nil, register: self.secrets,
      gate: gate(toLogInAt: provider, as: secrets.username))
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
    let refresh = text(login.refreshToken)
    guard max(access.utf8.count, refresh?.utf8.count ?? 0) <= SecretRegister.longestGiven else {
      throw CallError(
        kind: .provider,
        message: "the answer holds a token longer than \(SecretRegister.longestGiven) bytes",
        provider: provider.name, operation: name, status: response.status,
        requestID: response.requestID)
    }
    // Without rotation the old refresh token stays good.
    let tokens = TokenPair(
      access: access, refresh: refresh.map { Secret($0) } ?? former, now: clock())
    for token in [tokens.access] + (tokens.refresh.map { [$0] } ?? []) {
      self.secrets.add(token, isPassing: true)
    }
    return tokens
  }
}

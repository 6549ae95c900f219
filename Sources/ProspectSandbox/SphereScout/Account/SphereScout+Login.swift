import ProspectJSON

extension SphereScout {
  /// `POST /auth/login`: the account's e-mail address and password become two tokens and the
  /// account's own data [contract spherescout §2.2].
  func login(_ call: Call) throws(Refusal) -> Answer {
    let body = try object(call)
    let username = try text("username", in: body)
    let password = try text("password", in: body)
    guard
      username.lowercased() == SandboxKeys.sphereScoutUsername,
      password == SandboxKeys.sphereScoutPassword
    else { throw loginRefusal }
    var answer = JSONObject()
    answer[readings.accessTokenName] = .string(issue(.access, call))
    answer[readings.refreshTokenName] = .string(issue(.refresh, call))
    answer["user"] = .object(account)
    return Answer(.object(answer))
  }

  /// `POST /token/refresh`: a refresh token becomes a new access token.
  func refreshToken(_ call: Call) throws(Refusal) -> Answer {
    let refresh = try text("refresh", in: try object(call))
    guard ledger.with({ $0.sessions.isValid(refresh, .refresh, at: call.now) }) else {
      throw .unauthorized("token_not_valid", "refresh token no longer valid")
    }
    var answer = JSONObject()
    answer[readings.accessTokenName] = .string(issue(.access, call))
    if readings.rotatesRefreshTokens {
      ledger.with { $0.sessions.withdraw(refresh) }
      answer[readings.refreshTokenName] = .string(issue(.refresh, call))
    }
    return Answer(.object(answer))
  }

  /// The account as login and profile tell it.
  var account: JSONObject {
    [
      "id": opaque(SphereScout.userID), "email": .string(SandboxKeys.sphereScoutUsername),
      "first_name": "Odile", "last_name": "Perrin",
    ]
  }

  private func issue(_ kind: SessionBook.Kind, _ call: Call) -> String {
    let configuration = ledger.configuration
    let life =
      kind == .access ? configuration.accessTokenLife : configuration.refreshTokenLife
    return ledger.with {
      $0.sessions.issue(kind, at: call.now, life: life, identifiers: ledger.identifiers)
    }
  }

  private var loginRefusal: Refusal {
    let message = "no account with these credentials"
    return readings.refusesLoginWith400
      ? Refusal(400, "authorization", message)
      : .unauthorized("authentication_failed", message)
  }
}

extension SphereScout {
  /// The members of the body; none when there is no body.
  ///
  /// - Throws: 400 for a body that is no JSON object, or does not say that it is JSON [seed 004].
  func object(_ call: Call) throws(Refusal) -> JSONObject {
    if call.body.isEmpty { return JSONObject() }
    guard call.isJSON, let object = call.json?.object else {
      throw Refusal(400, "parse_error", "send a JSON object as application/json")
    }
    return object
  }

  private func text(_ name: String, in body: JSONObject) throws(Refusal) -> String {
    guard let text = body[name]?.string, !text.isEmpty else { throw .field(name, "value required") }
    return text
  }
}

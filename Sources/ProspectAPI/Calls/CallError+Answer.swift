internal import ProspectJSON

extension CallError {
  /// The error of an answer that no further attempt follows.
  init(_ answer: ErrorAnswer, on route: CallRoute, effect: Effect, attempt: Int) {
    let kind = Self.kind(of: answer, effect)
    self.init(
      kind: kind,
      message: route.redacted(answer.message ?? Self.phrase(for: answer.status)),
      provider: route.provider.name, operation: route.operation.name, status: answer.status,
      code: answer.code.map(route.redacted), requestID: answer.requestID.map(route.redacted),
      attempts: attempt, isRetryable: RetryPolicy.isPassing(answer.status),
      hint: Self.hint(for: answer, kind: kind, on: route))
  }

  private static func kind(of answer: ErrorAnswer, _ effect: Effect) -> Kind {
    switch answer.status {
    case 401: .credential
    case _ where answer.credits != nil: .credits
    // A page instead of JSON comes from a guard in front of the provider, which knows no scopes.
    case 403 where answer.body != nil: .scope
    case let status where effect.isAmbiguous(status): .unknownOutcome
    default: .provider
    }
  }

  private static func hint(
    for answer: ErrorAnswer, kind: Kind, on route: CallRoute
  ) -> String? {
    switch kind {
    case .credential: return credentialHint(route)
    case .scope: return scopeHint(answer, route)
    case .unknownOutcome: return unknownHint(route)
    default: break
    }
    if let credits = answer.credits { return credits.hint }
    switch answer.status {
    case 403:
      return "a guard in front of \(route.provider.title) refused this; try from another network"
    case 409 where route.operation.effect == .keyed:
      return
        "the same idempotency key went with another body before, or the record forbids the change"
    case 429: return "send less at a time: lower `concurrency`, or run again later"
    case 500...: return "\(route.provider.title) has trouble; run again later"
    default: return nil
    }
  }

  private static func credentialHint(_ route: CallRoute) -> String? {
    guard let credential = route.credential else { return nil }
    let place = credential.source.place(of: route.provider, login: credential.isToken)
    return credential.isToken
      ? "the login was renewed and refused again: check \(place)"
      : "check \(place): the key may be mistyped, expired or revoked"
  }

  private static func scopeHint(_ answer: ErrorAnswer, _ route: CallRoute) -> String {
    if answer.code == "read_only" { return "this key may only read; use one that may write" }
    let named = answer.body?.at(path: "details.required_scopes")?.array?.compactMap(\.string) ?? []
    let scopes = named.isEmpty ? route.operation.scopes : named
    guard !scopes.isEmpty else {
      return "this key lacks a right that \(route.operation.name) needs"
    }
    return "\(route.operation.name) needs a key with \(scopes.joined(separator: ", "))"
  }

  static func unknownHint(_ route: CallRoute) -> String {
    "it may have happened: look at \(route.provider.title) before you run it again"
  }

  /// For answers without a sentence of their own.
  private static func phrase(for status: Int) -> String {
    switch status {
    case 300..<400:
      "the answer points elsewhere (only reads are redirected, and only within the origin)"
    case 400: "the request was not understood"
    case 401: "the credential was refused"
    case 403: "the request is not allowed"
    case 404: "there is no such thing"
    case 409: "the request conflicts with the state of the record"
    case 422: "an argument was refused"
    case 429: "too many requests"
    case 500...: "the server failed"
    default: "the request was refused"
    }
  }
}

extension Effect {
  /// Whether an answer with this status leaves open if the request took effect: the failure may have come after it.
  fileprivate func isAmbiguous(_ status: Int) -> Bool {
    guard !mayBeRepeated else { return false }
    return switch status {
    case 408, 500, 502, 504, 520...524: true
    default: false
    }
  }
}

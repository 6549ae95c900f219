internal import ProspectJSON

/// What a helper printed.
struct HelperAnswer: Equatable {
  /// Nil when it has none for this provider: then the next source is looked at.
  let secrets: CredentialSecrets?
  /// The one origin that it is for, when the helper says so.
  let origin: String?
  /// When it ends, in Unix seconds.
  let expiry: Double?

  init(_ bytes: [UInt8], of helper: String) throws(HelperFailure) {
    guard let answer = try? JSON.parse(bytes), answer.object != nil else {
      throw HelperFailure("the helper \(helper) printed no JSON object", hint: Self.hint)
    }
    guard answer["version"]?.integer == CredentialHelper.version else {
      throw HelperFailure(
        "the helper \(helper) does not say \"version\": \(CredentialHelper.version)",
        hint: Self.hint)
    }
    secrets = try Self.secrets(in: answer, helper)
    origin = answer["origin"]?.string
    expiry = try Self.expiry(in: answer, helper)
  }

  private static let hint = "docs/credentials.md shows what a helper prints"

  private static func secrets(
    in answer: JSON, _ helper: String
  ) throws(HelperFailure) -> CredentialSecrets? {
    if let key = answer["key"]?.string, !key.isEmpty { return .key(Secret(key)) }
    if let username = answer["username"]?.string, let password = answer["password"]?.string {
      return .login(LoginSecrets(username: Secret(username), password: Secret(password)))
    }
    // Said outright, so that a misspelt name is not taken for it.
    if case .null? = answer["key"] { return nil }
    throw HelperFailure(
      "the helper \(helper) printed neither \"key\" nor \"username\" and \"password\"",
      hint: "\"key\": null says that it has none")
  }

  private static func expiry(
    in answer: JSON, _ helper: String
  ) throws(HelperFailure) -> Double? {
    guard let value = answer["expires_at"] else { return nil }
    if case .null = value { return nil }
    if let seconds = value.number { return seconds }
    guard let seconds = value.string.flatMap(Instant.seconds) else {
      throw HelperFailure(
        "\"expires_at\" of the helper \(helper) is no time",
        hint: "write 2026-11-21T18:00:00Z, or Unix seconds")
    }
    return seconds
  }
}

import ProspectJSON

extension SphereScout {
  /// `GET /user/api-keys`: every key that was not revoked, never with its secret.
  func listKeys(_ call: Call) throws(Refusal) -> Answer {
    let keys = ledger.with { $0.apiKeys.active }
    return Answer(.array(keys.map { .object(json(of: $0)) }))
  }

  /// `POST /user/api-keys`: the only answer that ever holds the whole key.
  func createKey(_ call: Call) throws(Refusal) -> Answer {
    let expiry = try expiry(in: try object(call), call)
    let key = ledger.with {
      $0.apiKeys.create(at: call.now, expiry: expiry, identifiers: ledger.identifiers)
    }
    var body = json(of: key)
    body[readings.keySecretName] = .string(key.secret)
    return Answer(status: readings.keyCreatedStatus, .object(body))
  }

  /// `DELETE /user/api-keys/{key_id}`: the key is refused from now on.
  func deleteKey(_ call: Call) throws(Refusal) -> Answer {
    let number = Int(call.parameter("key_id"))
    guard let number, ledger.with({ $0.apiKeys.revoke(number) }) else { throw .noSuchObject }
    guard readings.keyDeletedStatus == 204 else { return Answer(["detail": "revoked"]) }
    return Answer(status: 204, headers: [], body: .bytes([]))
  }

  private func expiry(in body: JSONObject, _ call: Call) throws(Refusal) -> Instant? {
    let name = readings.keyExpiryName
    guard let value = body[name], value != .null else { return nil }
    guard let expiry = value.string.flatMap(Instant.init(text:)) else {
      throw .field(name, "a date-time is expected")
    }
    guard expiry > call.now else { throw .field(name, "must lie in the future") }
    return expiry
  }

  private func json(of key: APIKeyBook.Key) -> JSONObject {
    var body = JSONObject()
    body["id"] = opaque(key.number)
    body["token_key"] = .string(key.prefix)
    body["created"] = .string(key.createdAt.wholeSecondsText)
    body[readings.keyExpiryName] = .optional(key.expiry?.wholeSecondsText)
    return body
  }
}

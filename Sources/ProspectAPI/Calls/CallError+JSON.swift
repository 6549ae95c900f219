internal import ProspectJSON

extension CallError {
  /// The error object of the port, as JSON; what is not known is left out.
  package func json() -> [UInt8] {
    var fields: JSONObject = ["kind": .string(kind.rawValue), "message": .string(message)]
    let texts = [
      ("provider", provider), ("operation", operation), ("code", code), ("request_id", requestID),
      ("hint", hint),
    ]
    for (name, text) in texts { fields[name] = text.map { .string($0) } }
    fields["status"] = status.map { .integer(Int64($0)) }
    if attempts > 0 { fields["attempts"] = .integer(Int64(attempts)) }
    fields["retryable"] = .bool(isRetryable)
    fields["retry_after"] = retryAfter.map { .integer($0.secondsRoundedUp) }
    return JSON.object(fields).encoded
  }
}

extension CallError: CustomStringConvertible {
  /// One line: where, what, and the facts that a provider's support asks for.
  package var description: String {
    let place = [provider, operation].compactMap(\.self).joined(separator: " ")
    let facts = [
      status.map { "status \($0)" }, code.map { "code \($0)" },
      requestID.map { "request_id \($0)" },
    ].compactMap(\.self).joined(separator: ", ")
    return (place.isEmpty ? "" : place + ": ") + message + (facts.isEmpty ? "" : " (\(facts))")
  }
}

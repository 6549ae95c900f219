import HTTPTypes

extension FaultKind {
  /// What happens before the operation does anything.
  static let early: [FaultKind] = [
    FaultKind("refuse", "Resets the connection before the request is read.") { _ in .refuse },
    FaultKind(
      "status", takes: "CODE[,HEADER=VALUE]", "Answers an error status; nothing is done.",
      names: ["*"]
    ) { value throws(FaultMistake) in
      try .status(statusCode(value), headers(value))
    },
    FaultKind("error-body", "Answers 200 with the body of an error; nothing is done.") { _ in
      .errorBody
    },
    FaultKind("unauthorized", "Answers 401 this once.") { _ in .unauthorized },
    FaultKind(
      "rotated-key", takes: "[KEY]",
      "From now on only another key of the provider is good; "
        + "GET /_sandbox/keys tells it."
    ) { .rotatedKey($0.word) },
    FaultKind(
      "expired-tokens", takes: "[all]",
      "Access tokens given so far are no longer good; all: refresh tokens too.",
      at: FaultTarget.operations.filter { $0.hasPrefix("spherescout.") }
    ) { value throws(FaultMistake) in
      guard value.word == nil || value.word == "all" else {
        throw value.wrong(value.word ?? "", "write expired-tokens or expired-tokens=all")
      }
      return .expiredTokens(includesRefresh: value.word == "all")
    },
    FaultKind(
      "storm", takes: "RATE[,burst=N][,for=TIME]",
      "From now on each key of the provider has RATE calls a second; "
        + "the rest gets 429, and who comes back too early is counted.", names: ["burst", "for"]
    ) { value throws(FaultMistake) in
      let rate = try value.number(1...100_000) ?? 10
      return try .storm(
        TokenBucket.Terms(
          rate: rate, burst: value.number(named: "burst", 1...100_000) ?? rate,
          lasting: value.duration(named: "for")))
    },
  ]

  static func statusCode(_ value: FaultValue) throws(FaultMistake) -> Int {
    guard let code = try value.number(300...599) else {
      throw FaultMistake("\(value.kind) needs a code", hint: "write \(value.kind)=503")
    }
    return code
  }

  static func headers(_ value: FaultValue) throws(FaultMistake) -> FaultAction.Headers {
    for name in value.named.keys where HTTPField.Name(name) == nil {
      throw value.wrong(name, "it is no name of a header")
    }
    return value.named
  }
}

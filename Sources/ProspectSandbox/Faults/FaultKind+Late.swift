extension FaultKind {
  /// What happens to the answer once the operation has done what it does.
  static let late: [FaultKind] = [
    FaultKind(
      "status-after", takes: "CODE[,HEADER=VALUE]",
      "Does everything, then answers an error status.",
      names: ["*"]
    ) { value throws(FaultMistake) in
      try .statusAfter(statusCode(value), headers(value))
    },
    FaultKind(
      "drop-answer", takes: "[reset]",
      "Does everything, then closes the connection, or resets it, without a byte."
    ) { value throws(FaultMistake) in
      guard value.word == nil || value.word == "reset" else {
        throw value.wrong(value.word ?? "", "write drop-answer or drop-answer=reset")
      }
      return .dropAnswer(isReset: value.word == "reset")
    },
    FaultKind(
      "reset-after", takes: "[BYTES]", "Resets the connection after so many bytes of the body."
    ) {
      value throws(FaultMistake) in try .resetAfter(value.number(0...Int.max))
    },
    FaultKind(
      "stall", takes: "[TIME][,after=BYTES]",
      "Sends no byte for TIME (default 90s), from the start or after "
        + "BYTES of the body.", names: ["after"]
    ) { value throws(FaultMistake) in
      try .stall(value.duration() ?? .seconds(90), after: value.number(named: "after", 0...Int.max))
    },
    FaultKind(
      "trickle", takes: "[BYTES][,every=TIME]",
      "Sends BYTES at a time (default: 50 pieces), one every 20ms.",
      names: ["every"]
    ) { value throws(FaultMistake) in
      try .trickle(
        bytes: value.number(1...Int.max), every: value.duration(named: "every") ?? .milliseconds(20)
      )
    },
    FaultKind(
      "truncated-json", takes: "[BYTES]",
      "Sends only so many bytes of the body, as if that were all."
    ) {
      value throws(FaultMistake) in try .truncatedJSON(value.number(1...Int.max))
    },
    FaultKind(
      "malformed-json", takes: "[html|garbage|empty|null]",
      "Sends that (default html) in place of JSON."
    ) {
      value throws(FaultMistake) in
      let word = value.word ?? "html"
      guard let form = FaultAction.Malformation(rawValue: word) else {
        let forms = FaultAction.Malformation.allCases.map(\.rawValue).joined(separator: ", ")
        throw value.wrong(word, "write one of \(forms)")
      }
      return .malformedJSON(form)
    },
    FaultKind("content-length", takes: "±N", "Announces N bytes more, or less, than it sends.") {
      value throws(FaultMistake) in
      let text = value.word ?? "10"
      guard let error = Int(text), (-1_000_000...1_000_000).contains(error), error != 0 else {
        throw value.wrong(text, "write content-length=+10 or content-length=-10")
      }
      return .contentLength(error)
    },
  ]
}

/// The value of a kind: one word, and named ones behind commas, as in `503,retry-after=2`.
struct FaultValue {
  let kind: String
  /// The first word; nil when the kind stands alone.
  let word: String?
  /// By their names in lower case.
  let named: [String: String]

  init(kind: String, _ text: String?) {
    self.kind = kind
    guard let text else {
      (word, named) = (nil, [:])
      return
    }
    var pieces: [String] = []
    for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
      // An HTTP date has a comma inside.
      if pieces.isEmpty || piece.contains("=") {
        pieces.append(String(piece))
      } else {
        pieces[pieces.count - 1] += ",\(piece)"
      }
    }
    let firstIsWord = pieces.first.map { !$0.contains("=") } ?? false
    word = firstIsWord ? pieces.first : nil
    named = pieces.dropFirst(firstIsWord ? 1 : 0).reduce(into: [:]) { named, piece in
      let sides = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      named[sides[0].lowercased()] = String(sides[1])
    }
  }

  /// A whole number of a range; nil when the kind stands alone.
  func number(_ range: ClosedRange<Int>) throws(FaultMistake) -> Int? {
    guard let word else { return nil }
    return try whole(word, range)
  }

  func number(named name: String, _ range: ClosedRange<Int>) throws(FaultMistake) -> Int? {
    guard let text = named[name] else { return nil }
    return try whole(text, range)
  }

  private func whole(_ text: String, _ range: ClosedRange<Int>) throws(FaultMistake) -> Int {
    guard let number = Int(text), range.contains(number) else {
      let most = range.upperBound == .max ? "more" : String(range.upperBound)
      throw wrong(text, "write a whole number from \(range.lowerBound) to \(most)")
    }
    return number
  }

  /// A time such as `500ms`, `2s` or `10m`; nil when the kind stands alone.
  func duration() throws(FaultMistake) -> Duration? {
    guard let word else { return nil }
    return try time(word)
  }

  func duration(named name: String) throws(FaultMistake) -> Duration? {
    guard let text = named[name] else { return nil }
    return try time(text)
  }

  private func time(_ text: String) throws(FaultMistake) -> Duration {
    let units: [(String, Int)] = [("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000)]
    for (unit, factor) in units where text.hasSuffix(unit) {
      guard let count = Int(text.dropLast(unit.count)), (0...1_000_000).contains(count) else {
        continue
      }
      return .milliseconds(count * factor)
    }
    throw wrong(text, "write a time such as 500ms, 2s or 10m")
  }

  func wrong(_ text: String, _ hint: String) -> FaultMistake {
    FaultMistake("\(kind) cannot take '\(text)'", hint: hint)
  }
}

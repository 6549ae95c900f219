extension PatternSet {
  /// How much longer a pattern is at most where every byte of it is an escape, as in `\u002f`.
  static let stretching = 6
  /// How often a text can have been escaped for its secrets to be found.
  static let depth = 3

  /// Where the patterns stand in a text, as they are or escaped: in order, and apart from each other.
  func occurrences(in text: UnsafeRawBufferPointer) -> [Range<Int>] {
    var found: [Range<Int>] = []
    addMatches(in: text, to: &found) { $0 }
    var escapes = EscapeFinder(text)
    var isSorted = true
    // An occurrence is found by its first escape, so it lies within `longest` bytes before one and some bytes behind it.
    let (reach, step) = (longest * Self.stretching, max(4096, longest * Self.stretching))
    var place = 0
    while let escape = escapes.next(from: place) {
      let start = max(0, escape - longest)
      let end = min(text.count, escape + step + reach)
      addEscaped(in: UnsafeRawBufferPointer(rebasing: text[start..<end]), start, to: &found)
      isSorted = false
      place = escape + step
    }
    return isSorted ? found : Self.merged(found)
  }

  private func addEscaped(
    in stretch: UnsafeRawBufferPointer, _ start: Int, to found: inout [Range<Int>]
  ) {
    var resolved: ResolvedText? = ResolvedText(stretch, start: start)
    for _ in 0..<Self.depth {
      guard let text = resolved, text.isChanged else { return }
      text.bytes.withUnsafeBytes { bytes in
        addMatches(in: bytes, to: &found) { text.origin(of: $0) }
      }
      resolved = text.resolvedAgain()
    }
  }

  /// Matches that overlap or touch become one.
  private func addMatches(
    in text: UnsafeRawBufferPointer, to found: inout [Range<Int>],
    _ place: (Range<Int>) -> Range<Int>
  ) {
    var start = 0
    while let match = firstMatch(in: text, from: start) {
      Self.append(place(match), to: &found)
      start = match.lowerBound + 1
    }
  }

  private static func append(_ range: Range<Int>, to ranges: inout [Range<Int>]) {
    if let last = ranges.last, last.lowerBound <= range.lowerBound,
      range.lowerBound <= last.upperBound
    {
      ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
    } else {
      ranges.append(range)
    }
  }

  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    ranges.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { append($1, to: &$0) }
  }
}

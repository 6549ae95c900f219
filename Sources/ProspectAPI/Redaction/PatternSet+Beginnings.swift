extension PatternSet {
  /// Where at the end of a text an occurrence may begin that more text would complete; the text's length when none does.
  func incompleteStart(in text: UnsafeRawBufferPointer) -> Int {
    guard let last = text.last, !isEmpty, spansLines || last != UInt8(ascii: "\n") else {
      return text.count
    }
    let plain = firstBeginning(in: text, to: text.count) ?? text.count
    let start = max(0, text.count - longest * Self.stretching)
    let stretch = UnsafeRawBufferPointer(rebasing: text[start...])
    var escapes = EscapeFinder(stretch)
    guard escapes.next(from: 0) != nil else { return plain }
    return min(plain, escapedStart(in: stretch, start))
  }

  private func escapedStart(in stretch: UnsafeRawBufferPointer, _ start: Int) -> Int {
    var first = start + stretch.count
    var resolved: ResolvedText? = ResolvedText(stretch, start: start)
    for _ in 0..<Self.depth {
      guard let text = resolved else { break }
      let place = text.bytes.withUnsafeBytes { firstBeginning(in: $0, to: text.end) }
      first = min(first, text.origin(of: place ?? text.end))
      resolved = text.resolvedAgain()
    }
    return first
  }

  private func firstBeginning(in text: UnsafeRawBufferPointer, to end: Int) -> Int? {
    (max(0, end - longest + 1)..<max(end, 0)).first { isBeginning(text, from: $0, to: end) }
  }
}

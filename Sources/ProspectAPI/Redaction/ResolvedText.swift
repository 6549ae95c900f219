/// A stretch of a text with its escapes resolved, and where each byte of it came from.
///
/// Resolves what JSON, URLs and programming languages write: `%2F`, `\u002f`, `\/`, `\x2f`, `\u{2f}`.
struct ResolvedText {
  private(set) var bytes: [UInt8] = []
  /// For each byte, where its escape begins in the original text; and one more: where the stretch ends.
  private var origins: [Int] = []
  /// Whether there was an escape.
  private(set) var isChanged = false
  /// Where in `bytes` an escape begins that more text would complete; their count when there is none.
  private(set) var end = 0

  /// - Parameters:
  ///   - text: the stretch.
  ///   - start: where it begins in the original text.
  init(_ text: UnsafeRawBufferPointer, start: Int) {
    resolve(text) { start + $0 }
  }

  private init(again former: ResolvedText) {
    former.bytes.withUnsafeBytes { bytes in resolve(bytes) { former.origins[$0] } }
  }

  /// The same once more: what was escaped twice. Nil when there is nothing left to resolve.
  func resolvedAgain() -> ResolvedText? {
    let again = ResolvedText(again: self)
    return again.isChanged ? again : nil
  }

  /// Where a part of these bytes stands in the original text.
  func origin(of part: Range<Int>) -> Range<Int> {
    var end = part.upperBound
    // The bytes of one character that was written as one escape have one origin.
    while end < bytes.count, origins[end] == origins[part.upperBound - 1] { end += 1 }
    return origins[part.lowerBound]..<origins[end]
  }

  /// Where a byte came from; of the byte behind the last one: where the stretch ends.
  func origin(of place: Int) -> Int { origins[place] }

  private mutating func resolve(_ text: UnsafeRawBufferPointer, _ origin: (Int) -> Int) {
    bytes.reserveCapacity(text.count)
    origins.reserveCapacity(text.count + 1)
    var place = 0
    while place < text.count {
      let byte = text[place]
      if byte == UInt8(ascii: "%") || byte == UInt8(ascii: "\\"),
        let escape = Escape(in: text, at: place)
      {
        isChanged = true
        for byte in escape.bytes {
          bytes.append(byte)
          origins.append(origin(place))
        }
        place += escape.length
      } else {
        bytes.append(byte)
        origins.append(origin(place))
        place += 1
      }
    }
    origins.append(origin(text.count))
    let last = (max(0, bytes.count - Escape.longest)..<bytes.count)
    end = last.first { isBegun(at: $0) } ?? bytes.count
  }

  /// Whether an escape begins here of which nothing but the end is missing.
  private func isBegun(at place: Int) -> Bool {
    guard bytes[place] == UInt8(ascii: "%") || bytes[place] == UInt8(ascii: "\\") else {
      return false
    }
    return bytes[(place + 1)...].allSatisfy {
      $0.hexadecimalValue != nil || "ux{\\".utf8.contains($0)
    }
  }
}

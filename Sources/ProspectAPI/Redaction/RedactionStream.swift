/// Hides secrets in a text that comes in pieces, also where one lies across their ends.
///
/// What may be the beginning of a secret is kept back until it is known not to be one. Three bytes are not: so little tells
/// nothing, and most texts end with what could be a beginning. Memory is bounded by the longest secret.
package struct RedactionStream: Sendable {
  private let register: SecretRegister
  private let way: SecretRegister.Way
  /// The end of the text so far; all that can be part of a secret that is not complete.
  private var tail: [UInt8] = []
  /// How many bytes of the tail were shown.
  private var shown = 0

  /// The longest beginning of a secret that may be shown.
  private static let harmless = 3

  package init(_ register: SecretRegister, _ way: SecretRegister.Way = .output) {
    self.register = register
    self.way = way
  }

  /// The next bytes to show, after `piece` has come.
  package mutating func take(_ piece: [UInt8]) -> [UInt8] {
    guard let patterns = register.patterns(way) else {
      return piece
    }
    let text = tail + piece
    return text.withUnsafeBytes { bytes in
      let occurrences = patterns.occurrences(in: bytes)
      let incomplete = patterns.incompleteStart(in: bytes)
      var end = bytes.count - incomplete <= Self.harmless ? bytes.count : incomplete
      // One that is complete is shown as such, even if it may be the beginning of a longer one.
      if let last = occurrences.last(where: { $0.lowerBound < end }) {
        end = max(end, last.upperBound)
      }
      end = max(end, shown)
      let next = SecretMask.hide(occurrences, in: bytes, shown..<end)
      let start = min(incomplete, end, max(0, bytes.count - Self.harmless))
      tail = Array(bytes[start...])
      shown = end - start
      return next
    }
  }

  /// What was kept back: nothing will follow, or not for long.
  package mutating func flush() -> [UInt8] {
    defer { shown = tail.count }
    return Array(tail[shown...])
  }
}

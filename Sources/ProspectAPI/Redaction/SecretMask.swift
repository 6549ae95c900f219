/// What stands in a text where a secret stood.
package enum SecretMask: Sendable {
  /// Three dots, so that not even the length is told.
  case dots
  /// As many asterisks as there were bytes, for files whose length is known elsewhere.
  case stars

  /// A part of a text with the occurrences hidden.
  ///
  /// - Parameter occurrences: in order, apart from each other; of those that are not all in `part`, the rest is hidden.
  func hide(
    _ occurrences: [Range<Int>], in text: UnsafeRawBufferPointer, _ part: Range<Int>
  ) -> [UInt8] {
    var shown: [UInt8] = []
    shown.reserveCapacity(part.count)
    var place = part.lowerBound
    for occurrence in occurrences where occurrence.overlaps(part) {
      if occurrence.lowerBound > place {
        shown.append(contentsOf: text[place..<occurrence.lowerBound])
      }
      let hidden = occurrence.clamped(to: part)
      shown.append(contentsOf: sign(hidden.count))
      place = hidden.upperBound
    }
    shown.append(contentsOf: text[place..<part.upperBound])
    return shown
  }

  private func sign(_ count: Int) -> [UInt8] {
    switch self {
    case .dots: Self.threeDots
    case .stars: [UInt8](repeating: UInt8(ascii: "*"), count: count)
    }
  }

  private static let threeDots = Array("•••".utf8)
}

/// What stands in a text where a secret stood.
enum SecretMask {
  /// Three dots, so that not even the length is told.
  private static let dots = Array("•••".utf8)

  /// A part of a text with the occurrences hidden.
  ///
  /// - Parameter occurrences: in order, apart from each other; of those that are not all in `part`, the rest is hidden.
  static func hide(
    _ occurrences: [Range<Int>], in text: UnsafeRawBufferPointer, _ part: Range<Int>
  ) -> [UInt8] {
    var shown: [UInt8] = []
    shown.reserveCapacity(part.count)
    var place = part.lowerBound
    for occurrence in occurrences where occurrence.overlaps(part) {
      if occurrence.lowerBound > place {
        shown.append(contentsOf: text[place..<occurrence.lowerBound])
      }
      shown.append(contentsOf: dots)
      place = occurrence.clamped(to: part).upperBound
    }
    shown.append(contentsOf: text[place..<part.upperBound])
    return shown
  }
}

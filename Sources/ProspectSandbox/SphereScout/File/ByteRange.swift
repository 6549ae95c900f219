/// A `Range` header of one range [RFC 9110 §14].
enum ByteRange {
  /// What to send of a file with `size` bytes.
  enum Choice: Equatable {
    case whole
    case part(Range<Int>)
    /// 416: the range begins behind the end.
    case unsatisfiable
  }

  /// Reads a header; one that is malformed or asks for several ranges is ignored, as it may be.
  static func choose(_ header: String?, size: Int) -> Choice {
    guard let header, header.hasPrefix("bytes="), !header.contains(",") else { return .whole }
    let sides = header.dropFirst(6).split(
      separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard sides.count == 2 else { return .whole }
    let (first, last) = (Int(sides[0]), Int(sides[1]))
    if sides[0].isEmpty {
      guard let length = last, length >= 0 else { return .whole }
      return length == 0 ? .unsatisfiable : .part(max(0, size - length)..<size)
    }
    guard let first, last != nil || sides[1].isEmpty, first <= last ?? .max else { return .whole }
    guard first < size else { return .unsatisfiable }
    return .part(first..<(min(last ?? size, size - 1) + 1))
  }
}

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Many byte patterns, looked for in one pass (Wu and Manber 1994).
///
/// Two bytes of the text at a time tell how far the next pattern is away at least, so most bytes are never looked at. Adding
/// a pattern takes time in proportion to it and to the number of those that are there.
struct PatternSet: Sendable {
  private struct Pattern: Sendable {
    /// The first bytes as a number whose order is theirs.
    let prefix: UInt64
    let bytes: [UInt8]
  }

  /// How many bytes of each pattern the search goes by; none is shorter.
  static let window = SecretForms.shortest
  private static let farthest = UInt8(window - 1)
  private static let startFlag: UInt8 = 0x80

  /// The length of the longest pattern.
  private(set) var longest = 0
  /// Whether a pattern goes on behind the end of a line.
  private(set) var spansLines = false
  /// In the order of their first bytes.
  private var patterns: [Pattern] = []
  /// For each pair of bytes at the end of the window: how far the window may move; and whether a pattern starts with them.
  private var table = [UInt8](repeating: farthest, count: 1 << 16)

  var isEmpty: Bool { patterns.isEmpty }

  /// Adds a pattern of at least `window` bytes.
  mutating func insert(_ bytes: [UInt8]) {
    precondition(bytes.count >= Self.window, "a pattern that short is found everywhere")
    let prefix = bytes.withUnsafeBytes { Self.prefix(of: $0, at: 0, count: Self.window) }
    let place = lowerBound(prefix)
    patterns.insert(Pattern(prefix: prefix, bytes: bytes), at: place)
    longest = max(longest, bytes.count)
    spansLines = spansLines || bytes.contains(UInt8(ascii: "\n"))
    for end in 1..<Self.window {
      let pair = Self.pair(bytes[end - 1], bytes[end])
      let shift = min(table[pair] & ~Self.startFlag, UInt8(Self.window - 1 - end))
      table[pair] = table[pair] & Self.startFlag | shift
    }
    table[Self.pair(bytes[0], bytes[1])] |= Self.startFlag
  }

  /// The first place at `start` or behind it where a pattern stands; the longest one when several start there.
  func firstMatch(in text: UnsafeRawBufferPointer, from start: Int) -> Range<Int>? {
    table.withUnsafeBufferPointer { table in
      var place = start
      let last = text.count - Self.window
      while place <= last {
        let shift = table[Self.pair(text[place + Self.window - 2], text[place + Self.window - 1])]
        if shift & ~Self.startFlag == 0, let end = matchEnd(in: text, at: place) {
          return place..<end
        }
        place += max(1, Int(shift & ~Self.startFlag))
      }
      return nil
    }
  }

  /// Whether the text from `place` up to `end`, which is not all of a pattern, is how one begins.
  func isBeginning(_ text: UnsafeRawBufferPointer, from place: Int, to end: Int) -> Bool {
    let count = end - place
    guard mayBegin(text, at: place, count) else { return false }
    let known = min(count, Self.window)
    let lowest = Self.prefix(of: text, at: place, count: known)
    var index = lowerBound(lowest)
    while index < patterns.count, patterns[index].prefix - lowest < Self.span(known) {
      let pattern = patterns[index].bytes
      if pattern.count > count, Self.isEqual(text, place, pattern, count) { return true }
      index += 1
    }
    return false
  }

  /// A quick look at the first two bytes.
  private func mayBegin(_ text: UnsafeRawBufferPointer, at place: Int, _ count: Int) -> Bool {
    guard count > 1 else {
      return (0...UInt8.max).contains { table[Self.pair(text[place], $0)] & Self.startFlag != 0 }
    }
    return table[Self.pair(text[place], text[place + 1])] & Self.startFlag != 0
  }

  private func matchEnd(in text: UnsafeRawBufferPointer, at place: Int) -> Int? {
    let prefix = Self.prefix(of: text, at: place, count: Self.window)
    var index = lowerBound(prefix)
    var end: Int?
    while index < patterns.count, patterns[index].prefix == prefix {
      let pattern = patterns[index].bytes
      if place + pattern.count <= text.count, Self.isEqual(text, place, pattern, pattern.count) {
        end = max(end ?? 0, place + pattern.count)
      }
      index += 1
    }
    return end
  }

  /// The index of the first pattern whose prefix is not below this one.
  private func lowerBound(_ prefix: UInt64) -> Int {
    var (low, high) = (0, patterns.count)
    while low < high {
      let middle = (low + high) / 2
      if patterns[middle].prefix < prefix { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func pair(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first) << 8 | Int(second)
  }

  /// The next `count` bytes as a number, as if zeros followed them.
  private static func prefix(
    of text: UnsafeRawBufferPointer, at place: Int, count: Int
  ) -> UInt64 {
    var prefix: UInt64 = 0
    for offset in 0..<count { prefix = prefix << 8 | UInt64(text[place + offset]) }
    return prefix << UInt64(8 * (window - count))
  }

  /// How many numbers begin with the same `count` bytes.
  private static func span(_ count: Int) -> UInt64 { 1 << UInt64(8 * (window - count)) }

  private static func isEqual(
    _ text: UnsafeRawBufferPointer, _ place: Int, _ pattern: [UInt8], _ count: Int
  ) -> Bool {
    guard let base = text.baseAddress else { return false }
    return pattern.withUnsafeBytes { wanted in
      wanted.baseAddress.map { memcmp(base + place, $0, count) == 0 } ?? false
    }
  }
}

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Finds the signs with which escapes begin: percent signs and backslashes.
struct EscapeFinder {
  private let text: UnsafeRawBufferPointer
  /// The next one of each sign; the end of the text when there is none. They are kept: looking for a sign that is rare in a
  /// text where the other one is not must not take one pass each time.
  private var places: (percent: Int, backslash: Int)

  init(_ text: UnsafeRawBufferPointer) {
    self.text = text
    places = (Self.find("%", in: text, from: 0), Self.find("\\", in: text, from: 0))
  }

  /// The first one at `start` or behind it; nil when there is none.
  mutating func next(from start: Int) -> Int? {
    guard start < text.count else { return nil }
    if places.percent < start { places.percent = Self.find("%", in: text, from: start) }
    if places.backslash < start { places.backslash = Self.find("\\", in: text, from: start) }
    let place = min(places.percent, places.backslash)
    return place < text.count ? place : nil
  }

  private static func find(
    _ sign: Unicode.Scalar, in text: UnsafeRawBufferPointer, from start: Int
  ) -> Int {
    guard let base = text.baseAddress, start < text.count,
      let found = memchr(base + start, Int32(sign.value), text.count - start)
    else { return text.count }
    return UnsafeRawPointer(found) - base
  }
}

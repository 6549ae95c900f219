#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension [UInt8] {
  /// The bytes with every occurrence of a pattern, which is not empty, replaced.
  func replacing(_ pattern: [UInt8], with other: [UInt8]) -> [UInt8] {
    guard var place = firstIndex(of: pattern, from: 0) else { return self }
    var result: [UInt8] = []
    var start = 0
    while true {
      result.append(contentsOf: self[start..<place])
      result.append(contentsOf: other)
      start = place + pattern.count
      guard let next = firstIndex(of: pattern, from: start) else { break }
      place = next
    }
    result.append(contentsOf: self[start...])
    return result
  }

  private func firstIndex(of pattern: [UInt8], from start: Int) -> Int? {
    withUnsafeBytes { bytes in
      pattern.withUnsafeBytes { pattern in
        guard let base = bytes.baseAddress, let wanted = pattern.baseAddress else { return nil }
        var place = start
        // One place after the other where the first byte stands: C finds those by the word.
        while place + pattern.count <= bytes.count {
          let last = bytes.count - pattern.count
          guard let found = memchr(base + place, Int32(pattern[0]), last - place + 1) else {
            return nil
          }
          if memcmp(found, wanted, pattern.count) == 0 { return UnsafeRawPointer(found) - base }
          place = UnsafeRawPointer(found) - base + 1
        }
        return nil
      }
    }
  }
}

extension Int {
  /// A count of bytes for people, as in "256 MiB"; bytes when that would not be exact.
  var inByteWords: String {
    for (unit, size) in [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)]
    where self >= size && self % size == 0 {
      return "\(self / size) \(unit)"
    }
    return "\(self) bytes"
  }
}

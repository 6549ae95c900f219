#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A moment of the wall clock, for log lines.
struct Timestamp: Equatable {
  /// Milliseconds since 1970, UTC.
  var milliseconds: Int

  static var now: Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000)
  }

  /// As in `2026-11-21T11:12:13.250Z`: sorts as text, and says its zone.
  var text: String {
    var seconds = time_t(milliseconds / 1000)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    let date = [Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday)]
    let time = [Int(parts.tm_hour), Int(parts.tm_min), Int(parts.tm_sec)]
    return date.map(Self.padded).joined(separator: "-") + "T"
      + time.map(Self.padded).joined(separator: ":")
      + "." + String(String(1000 + milliseconds % 1000).dropFirst()) + "Z"
  }

  private static func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}

extension Duration {
  /// A duration of that many seconds: negative and NaN are zero, and nothing is longer than a century.
  package static func saturating(seconds: Double) -> Duration {
    let century = 100.0 * 366 * 86400
    guard seconds > 0 else { return .zero }
    return .milliseconds(Int64((min(seconds, century) * 1000).rounded(.up)))
  }

  /// The duration in seconds, as exactly as a Double can say it.
  package var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}

extension Duration {
  /// For people, as in "2 s" or "0.25 s"; milliseconds are the finest.
  var inWords: String {
    let (seconds, attoseconds) = components
    let milliseconds = attoseconds / 1_000_000_000_000_000
    guard milliseconds != 0 else { return "\(seconds) s" }
    return "\(Double(seconds * 1000 + milliseconds) / 1000) s"
  }
}

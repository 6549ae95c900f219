extension Ledger {
  /// The contacts that exist at `now`: new ones appear evenly as the clock goes on, so that a past
  /// search finds more later [contract spherescout §8].
  func contacts(at now: Instant) -> Range<Int> {
    let passed = Double(now.milliseconds - start.milliseconds) / 86_400_000
    let new = passed * Double(configuration.newContactsPerDay)
    return 0..<(directory.count + Int(max(0, min(new, 1e7))))
  }
}

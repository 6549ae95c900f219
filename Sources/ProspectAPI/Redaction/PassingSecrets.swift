/// Secrets that end by themselves, as tokens and links do. The last ones are kept, which bounds the memory of a process
/// that runs for months.
struct PassingSecrets {
  /// At least so many of the last ones are kept …
  private static let most = 1000
  /// … unless they are long: a provider decides how long its links are.
  private static let mostBytes = 1 << 20
  /// Forgetting takes time, so some more come together before it is done.
  private static let slack = 4

  /// When each of them was added last: the numbers grow.
  private var ages: [[UInt8]: UInt64] = [:]
  private var lastAge: UInt64 = 0
  private var bytes = 0

  var all: some Collection<[UInt8]> { ages.keys }

  /// Adds a secret, or makes it the newest one again.
  ///
  /// - Returns: whether it is a new one.
  mutating func add(_ secret: [UInt8]) -> Bool {
    lastAge += 1
    guard ages.updateValue(lastAge, forKey: secret) == nil else { return false }
    bytes += secret.count
    return true
  }

  /// Forgets the oldest ones when there are too many.
  ///
  /// - Returns: whether it did.
  mutating func shrink() -> Bool {
    guard
      ages.count > Self.most + Self.most / Self.slack
        || bytes > Self.mostBytes + Self.mostBytes / Self.slack
    else { return false }
    for (secret, _) in ages.sorted(by: { $0.value < $1.value }).dropLast() {
      guard ages.count > Self.most || bytes > Self.mostBytes else { break }
      ages[secret] = nil
      bytes -= secret.count
    }
    return true
  }
}

/// How a provider takes idempotency keys.
package struct Idempotency: Sendable {
  /// The header field that carries the key.
  package let header: String
  /// How long the provider remembers a key; 24 hours when it does not say.
  package let life: Duration

  init(_ table: DescriptionTable) throws(DescriptionError) {
    try table.allow(only: ["header", "life"])
    header = try table.requiredText("header")
    guard header.utf8.allSatisfy({ $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }) else {
      throw table.mistake("header", "must be the name of a header field")
    }
    let text = try table.text("life") ?? "24h"
    guard let life = Self.duration(text) else {
      throw table.mistake("life", "must be a number and one of s, m, h, d, as in \"24h\"")
    }
    self.life = life
  }

  private static func duration(_ text: String) -> Duration? {
    guard let unit = text.last, let count = Int64(text.dropLast()), count > 0 else { return nil }
    let seconds: Int64? = ["s": 1, "m": 60, "h": 3600, "d": 86400][unit]
    return seconds.map { .seconds($0 * count) }
  }
}

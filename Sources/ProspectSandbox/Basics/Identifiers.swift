/// Makes identifiers that look random, never repeat and follow from the sandbox's seed.
///
/// Each kind of identifier has its own stream: one more search does not change the id of a lead.
struct Identifiers: Sendable {
  let seed: UInt64

  /// 16 hexadecimal digits. Distinct numbers of one kind give distinct texts, because mixing is
  /// one-to-one.
  func token(_ kind: String, _ number: Int) -> String {
    Hexadecimal.text(value(kind, number))
  }

  /// 48 hexadecimal digits that cannot be guessed from their neighbours: a link that grants access.
  func secret(_ kind: String, _ number: Int) -> String {
    token(kind, number) + token(kind + "/2", number) + token(kind + "/3", number)
  }

  /// A version 4 UUID, the form of every OpenProspect identifier [contract openprospect §1].
  func uuid(_ kind: String, _ number: Int) -> String {
    let high = Hexadecimal.text(value(kind, number) & ~0xF000 | 0x4000)
    let low = Hexadecimal.text(value(kind + "/2", number) & ~(0b11 << 62) | 0b10 << 62)
    return [
      high.prefix(8), high.dropFirst(8).prefix(4), high.suffix(4), low.prefix(4), low.suffix(12),
    ]
    .joined(separator: "-")
  }

  /// Whether a text has the form of a UUID of any version.
  static func isUUID(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.utf8.count) == [8, 4, 4, 4, 12]
      && parts.allSatisfy { $0.utf8.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit } }
  }

  private func value(_ kind: String, _ number: Int) -> UInt64 {
    SplitMix64.mix(Checksum.of(kind.utf8) ^ seed &+ SplitMix64.mix(UInt64(number)))
  }
}

/// The forms in which a secret may stand in a text (design section 7).
///
/// Those that escapes make (percent signs, backslashes) are not here: texts are searched with their escapes resolved, too.
enum SecretForms {
  /// A shorter value would be found in texts that have nothing to do with it, and is not searched for.
  static let shortest = 6

  /// Whether a value can be told from ordinary text. One of digits only looks like any number: putting dots in the place of
  /// numbers would break JSON.
  static func isSearchable(_ secret: [UInt8]) -> Bool {
    secret.count >= shortest && !secret.allSatisfy(\.isDigit)
  }

  /// The bytes to look for; all are at least `shortest` long.
  static func forms(of secret: [UInt8]) -> Set<[UInt8]> {
    var forms: Set<[UInt8]> = [secret]
    // What looks like an escape in the secret itself is gone where the text around it is resolved, which is done so often
    // and no more: a secret of a provider may be an escape of an escape, a thousand times over.
    var resolved: ResolvedText? = secret.withUnsafeBytes { ResolvedText($0, start: 0) }
    for _ in 0..<PatternSet.depth {
      guard let text = resolved else { break }
      if text.bytes.count >= shortest { forms.insert(text.bytes) }
      resolved = text.resolvedAgain()
    }
    // Forms of web pages write a space as a plus sign.
    if secret.contains(0x20) { forms.insert(secret.map { $0 == 0x20 ? UInt8(ascii: "+") : $0 }) }
    for digits in [Array("0123456789abcdef".utf8), Array("0123456789ABCDEF".utf8)] {
      forms.insert(secret.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
    for shift in 0..<3 {
      let form = base64(secret, shift: shift)
      forms.insert(form)
      forms.insert(form.map(urlCharacter))
    }
    return forms
  }

  /// The characters of base64 (RFC 4648 §4) that the secret alone decides, when `shift` bytes stand before it, modulo 3.
  private static func base64(_ secret: [UInt8], shift: Int) -> [UInt8] {
    let bytes = [UInt8](repeating: 0, count: shift) + secret
    let first = (shift * 8 + 5) / 6
    let end = bytes.count * 8 / 6
    return (first..<end).map { place in
      let (byte, bit) = (place * 6 / 8, place * 6 % 8)
      let next = byte + 1 < bytes.count ? UInt16(bytes[byte + 1]) : 0
      let pair = UInt16(bytes[byte]) << 8 | next
      return alphabet[Int(pair >> UInt16(10 - bit) & 63)]
    }
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The same character in the alphabet for URLs (RFC 4648 §5).
  private static func urlCharacter(_ character: UInt8) -> UInt8 {
    switch character {
    case UInt8(ascii: "+"): UInt8(ascii: "-")
    case UInt8(ascii: "/"): UInt8(ascii: "_")
    default: character
    }
  }
}

/// The forms in which programs write a secret, made in another way than the code under test makes them.
package enum SecretWriting {
  package static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

  /// Base64 (RFC 4648 §4) with padding.
  package static func base64(_ text: String) -> String {
    let bits = text.utf8.map {
      String(repeating: "0", count: 8 - String($0, radix: 2).count) + String($0, radix: 2)
    }
    .joined()
    let whole = bits + String(repeating: "0", count: (6 - bits.count % 6) % 6)
    let digits = Array(whole)
    let characters = stride(from: 0, to: digits.count, by: 6).map { start in
      alphabet[Int(String(digits[start..<start + 6]), radix: 2) ?? 0]
    }
    return String(characters) + String(repeating: "=", count: (4 - characters.count % 4) % 4)
  }

  /// The same for URLs and file names (RFC 4648 §5), without padding.
  package static func base64URL(_ text: String) -> String {
    String(base64(text).filter { $0 != "=" }.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 })
  }

  package static func hex(_ text: String, upper: Bool = false) -> String {
    text.utf8.map { hex($0, upper: upper) }.joined()
  }

  private static func hex(_ byte: UInt8, upper: Bool) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: upper)
  }

  /// Percent-encoded (RFC 3986 §2.1): what is not unreserved, or everything.
  package static func percent(_ text: String, upper: Bool = true, all: Bool = false) -> String {
    text.utf8.map { byte in
      let isUnreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8
        .contains(byte)
      return isUnreserved && !all ? String(Unicode.Scalar(byte)) : "%" + hex(byte, upper: upper)
    }.joined()
  }

  /// Forms of web pages: a space is a plus sign.
  package static func form(_ text: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).map { percent(String($0)) }
      .joined(separator: "+")
  }

  /// As JSON may write it in a string (RFC 8259 §7).
  package static func json(_ text: String, slash: Bool = true) -> String {
    text.map { character in
      switch character {
      case "/": slash ? #"\/"# : "/"
      case "\"": #"\""#
      case "\\": #"\\"#
      default: String(character)
      }
    }.joined()
  }

  /// Every character as `\uXXXX`, of those that `isChosen`.
  package static func unicode(
    _ text: String, upper: Bool = false, _ isChosen: (Character) -> Bool = { _ in true }
  ) -> String {
    text.map { character in
      guard isChosen(character) else { return String(character) }
      return character.utf16.map { unit in
        let digits = String(unit, radix: 16, uppercase: upper)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined()
    }.joined()
  }

  /// All forms of one secret, by name.
  package static func all(of secret: String) -> [String: String] {
    var forms = [
      "raw": secret, "hex": hex(secret), "HEX": hex(secret, upper: true),
      "percent": percent(secret), "percent, lower case": percent(secret, upper: false),
      "percent, every byte": percent(secret, all: true), "form": form(secret),
      "json": json(secret), "json, plain slashes": json(secret, slash: false),
      "unicode": unicode(secret), "UNICODE": unicode(secret, upper: true),
      "unicode, some": unicode(secret) { "/+sk\"\\".contains($0) },
      "json in json": json(json(secret)), "percent, twice": percent(percent(secret)),
    ]
    for shift in 0..<3 {
      for after in ["", "x", "yz"] {
        let text = String(repeating: "A", count: shift) + secret + after
        forms["base64, \(shift) before, \(after.count) behind"] = base64(text)
        forms["base64url, \(shift) before, \(after.count) behind"] = base64URL(text)
      }
    }
    return forms
  }

  /// What of a form must not be seen anywhere: of base64 what the secret alone decides, else all of it.
  package static func traces(of secret: String) -> Set<String> {
    var traces = Set(all(of: secret).filter { !$0.key.hasPrefix("base64") }.values)
    for shift in 0..<3 {
      let text = String(repeating: "A", count: shift) + secret
      let drop = [0, 2, 3][shift]
      let keep = text.utf8.count * 8 / 6 - drop
      traces.insert(String(base64(text).dropFirst(drop).prefix(keep)))
      traces.insert(String(base64URL(text).dropFirst(drop).prefix(keep)))
    }
    return traces
  }
}

import ProspectJSON

/// The text of a JSON Web Token [RFC 7519] whose signature is made up: nobody but the sandbox, which
/// knows every token that it issued, has to check it.
enum SessionToken {
  static func text(
    kind: String, issuedAt: Int64, expiresAt: Int64, id: String, signature: String
  ) -> String {
    let head: JSON = ["alg": "HS256", "typ": "JWT"]
    let claims: JSON = [
      "token_type": .string(kind), "iat": .integer(issuedAt), "exp": .integer(expiresAt),
      "jti": .string(id), "user_id": .integer(SphereScout.userID),
    ]
    return [head.encoded, claims.encoded, Array(signature.utf8)].map(base64URL)
      .joined(separator: ".")
  }

  /// Whether a credential has the form of such a token, and so is no API key.
  static func hasForm(_ credential: String) -> Bool {
    credential.hasPrefix("eyJ") && credential.split(separator: ".").count == 3
  }

  /// Base 64 in the alphabet for URLs, without padding [RFC 4648 §5].
  private static func base64URL(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let padded = group + Array(repeating: 0, count: 3 - group.count)
      let bits = padded.reduce(0) { $0 << 8 | Int($1) }
      for digit in 0...group.count { text.append(alphabet[bits >> (18 - 6 * digit) & 0x3F]) }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// Names of header fields that arguments and recipes may set.
package enum RequestField {
  /// What the host itself writes: where the request goes, where its body ends, how the answer is packed, who asks.
  private static let reserved: Set<String> = [
    "accept-encoding", "connection", "content-length", "expect", "host", "http2-settings",
    "keep-alive", "te", "trailer", "transfer-encoding", "upgrade", "user-agent", "via",
  ]

  /// Why a field of that name is not sent, as the end of a sentence; nil when it is.
  package static func flaw(in name: String) -> String? {
    guard !name.isEmpty, name.utf8.allSatisfy(isTokenByte) else {
      return "is no name of a header field"
    }
    let lower = name.lowercased()
    guard !reserved.contains(lower), !lower.hasPrefix("proxy-"), !lower.hasPrefix("sec-") else {
      return "is a header field that only the host sets"
    }
    return nil
  }

  /// RFC 9110 §5.6.2.
  private static func isTokenByte(_ byte: UInt8) -> Bool {
    byte.isLetterOrDigit || "!#$%&'*+-.^_`|~".utf8.contains(byte)
  }
}

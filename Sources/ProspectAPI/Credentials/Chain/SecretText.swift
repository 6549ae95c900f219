extension Secret {
  /// Whether a header field can carry it as a credential: visible ASCII without spaces (RFC 6750 §2.1).
  package var isHeaderValue: Bool {
    let text = reveal()
    return !text.isEmpty && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }
}

extension String {
  /// Without the spaces and line breaks at both ends: files and command substitutions end with a line break that is not
  /// part of the credential.
  package var trimmed: String {
    let tail = drop(while: \.isWhitespace)
    return String(tail.reversed().drop(while: \.isWhitespace).reversed())
  }
}

extension Secret {
  /// The text with dots in every place where the secret stood.
  package func redacted(from text: String) -> String {
    let secret = reveal()
    guard !secret.isEmpty, text.utf8.count >= secret.utf8.count else { return text }
    return text.split(separator: secret, omittingEmptySubsequences: false).joined(separator: "•••")
  }
}

extension SecretRegister {
  /// The bytes with dots in every place where a secret stands in some form.
  package func redact(_ text: [UInt8], _ way: Way = .output) -> [UInt8] {
    withoutSecrets(text, way) ?? text
  }

  /// The text with dots in every place where a secret stands in some form.
  package func redact(_ text: String, _ way: Way = .output) -> String {
    // A text that is stored otherwise is copied once.
    var text = text
    let hidden: [UInt8]? = text.withUTF8 { bytes in
      withoutSecrets(UnsafeRawBufferPointer(bytes), way)
    }
    return hidden.map { String(decoding: $0, as: UTF8.self) } ?? text
  }

  /// Where secrets stand in a text, in order and apart from each other.
  package func occurrences(in text: ArraySlice<UInt8>, _ way: Way) -> [Range<Int>] {
    guard let patterns = patterns(way) else { return [] }
    return text.withUnsafeBytes { patterns.occurrences(in: $0) }
  }

  /// No secret takes more bytes than this, however it is written; nil when there is none.
  package func reach(_ way: Way) -> Int? {
    patterns(way).map { $0.longest * PatternSet.stretching }
  }

  private func withoutSecrets(_ text: [UInt8], _ way: Way) -> [UInt8]? {
    text.withUnsafeBytes { withoutSecrets($0, way) }
  }

  /// Nil when there is nothing to hide.
  private func withoutSecrets(_ text: UnsafeRawBufferPointer, _ way: Way) -> [UInt8]? {
    guard text.count >= SecretForms.shortest, let patterns = patterns(way) else { return nil }
    let occurrences = patterns.occurrences(in: text)
    guard !occurrences.isEmpty else { return nil }
    return SecretMask.hide(occurrences, in: text, 0..<text.count)
  }
}

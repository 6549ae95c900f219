/// How a provider takes idempotency keys.
package struct Idempotency: Sendable {
  /// The header field that carries the key.
  package let header: String
  /// How long the provider remembers a key; 24 hours when it does not say.
  package let life: Duration

  init(_ table: DescriptionTable) throws(DescriptionError) {
    try table.allow(only: ["header", "life"])
    header = try table.requiredText("header")
    if let flaw = RequestField.flaw(in: header) {
      throw table.mistake("header", "\(header) \(flaw)")
    }
    life = try table.duration("life") ?? .seconds(24 * 3600)
  }
}

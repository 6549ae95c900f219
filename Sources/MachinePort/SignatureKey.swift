/// What a signature is checked with.
package enum SignatureKey: Equatable, Sendable {
  /// Bytes that the recipe has from elsewhere.
  case bytes([UInt8])
  /// A secret that the host keeps, by its handle.
  case secret(handle: String)
}

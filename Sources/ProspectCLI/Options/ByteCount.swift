/// Amounts of memory and output as options write them.
enum ByteCount {
  private static let units: [String: Double] = [
    "": 1, "b": 1,
    "k": 1024, "kib": 1024, "kb": 1000,
    "m": 1_048_576, "mib": 1_048_576, "mb": 1_000_000,
    "g": 1_073_741_824, "gib": 1_073_741_824, "gb": 1_000_000_000,
  ]

  /// Reads `256MiB`, `10MB`, `1.5G`; a bare number counts bytes. Nil for anything else.
  static func parse(_ text: Substring) -> Int? {
    guard let quantity = Quantity(text), let factor = units[quantity.unit.lowercased()] else {
      return nil
    }
    return Int(exactly: (quantity.value * factor).rounded())
  }
}

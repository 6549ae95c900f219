extension Duration {
  /// Units in the words of an option, in seconds.
  private static let optionUnits: [Substring: Double] = [
    "": 1, "ms": 0.001, "s": 1, "m": 60, "min": 60, "h": 3600, "d": 86400,
  ]

  /// Reads `500ms`, `2s`, `10m`, `1.5h`, `2d`; a bare number counts seconds. Nil for anything else.
  init?(option text: Substring) {
    guard let quantity = Quantity(text), let seconds = Duration.optionUnits[quantity.unit] else {
      return nil
    }
    // A century is enough for every limit, and far from what Duration cannot hold.
    guard quantity.value * seconds <= 100 * 365 * 86400 else { return nil }
    self = .seconds(quantity.value * seconds)
  }
}

internal import ProspectAPI

extension Cost {
  /// `1 credit a row`.
  var words: String {
    "\(credits) credit\(credits == 1 ? "" : "s") a \(unit.rawValue)"
  }

  /// How the price is known before the call; nil when each call costs the same.
  var source: String? {
    guard let rows else { return nil }
    switch rows.source {
    case .seen(let operation, _):
      return "\(operation) with this \(rows.argument) said how many rows there are"
    case .ask(let operation):
      return "\(operation) is asked how many rows there are"
    }
  }
}

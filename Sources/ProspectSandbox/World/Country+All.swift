extension Country {
  /// Every country of the sandbox; the index is the one that `ContactFacets` stores.
  static let all = [
    france, unitedStates, germany, unitedKingdom, spain, brazil, japan, china, poland, bulgaria,
  ]

  /// The index of the country with an alpha-2 code, which is written in capitals.
  static func index(ofCode code: String) -> Int? {
    all.firstIndex { $0.code == code }
  }

  /// The name of the country with a code; a text that is no code stands for itself.
  static func name(ofCode code: String) -> String {
    index(ofCode: code).map { all[$0].name } ?? code
  }

  /// 256 slots that hold country indexes in proportion to their weights: a draw is one look-up.
  static let slots: [UInt8] = {
    let total = all.reduce(0) { $0 + $1.weight }
    var slots: [UInt8] = []
    var weight = 0
    for (index, country) in all.enumerated() {
      weight += country.weight
      while slots.count < 256 * weight / total { slots.append(UInt8(index)) }
    }
    return slots
  }()
}

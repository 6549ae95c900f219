/// Finds the known name that a mistyped one was probably meant to be.
enum NameGuess {
  /// The nearest of `names`; nil when none is near enough to be worth mentioning.
  ///
  /// One slip is forgiven in every three letters: in a short word, two slips make another word.
  static func nearest(to word: String, among names: [String]) -> String? {
    let ranked = names.map { (name: $0, slips: slips(from: word, to: $0)) }
    guard let best = ranked.min(by: { $0.slips < $1.slips }) else { return nil }
    return best.slips <= max(1, best.name.count / 3) ? best.name : nil
  }

  /// How many letters must be inserted, removed, replaced or swapped with their neighbour.
  static func slips(from word: String, to name: String) -> Int {
    let source = Array(word.lowercased())
    let target = Array(name.lowercased())
    var beforeLast: [Int] = []
    var last = Array(0...target.count)
    for (row, letter) in source.enumerated() {
      var current = [row + 1]
      for (column, other) in target.enumerated() {
        var best = min(last[column] + (letter == other ? 0 : 1), last[column + 1] + 1)
        best = min(best, current[column] + 1)
        if row > 0, column > 0, letter == target[column - 1], source[row - 1] == other {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[target.count]
  }
}

/// Finds the known name that a mistyped one was probably meant to be.
enum Nearness {
  /// The nearest of `names`; nil when none is near: one slip is forgiven in every three letters.
  static func nearest(to word: String, among names: [String]) -> String? {
    let ranked = names.map { (name: $0, slips: slips(from: word, to: $0)) }
    guard let best = ranked.min(by: { $0.slips < $1.slips }) else { return nil }
    return best.slips <= max(1, best.name.count / 3) ? best.name : nil
  }

  /// How many letters must be inserted, removed or replaced [Wagner and Fischer 1974].
  private static func slips(from word: String, to name: String) -> Int {
    let target = Array(name.utf8)
    var row = Array(0...target.count)
    for (number, letter) in word.utf8.enumerated() {
      var diagonal = row[0]
      row[0] = number + 1
      for column in target.indices {
        let replaced = diagonal + (letter == target[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
      }
    }
    return row[target.count]
  }
}

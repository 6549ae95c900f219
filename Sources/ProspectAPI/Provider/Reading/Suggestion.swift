/// "Did you mean …": the known name that is nearest to a wrong one.
package enum Suggestion {
  /// The text `; did you mean "x"?`, or nothing when no name is near.
  package static func text(for wrong: String, among names: some Sequence<String>) -> String {
    nearest(to: wrong, among: names).map { "; did you mean \"\($0)\"?" } ?? ""
  }

  /// The known name that is nearest; nil when none is near.
  package static func nearest(
    to wrong: String, among names: some Sequence<String>
  ) -> String? {
    let ranked = names.map { (name: $0, distance: distance(wrong, $0)) }
      .min { ($0.distance, $0.name) < ($1.distance, $1.name) }
    guard let ranked, ranked.distance <= max(2, wrong.utf8.count / 3) else { return nil }
    return ranked.name
  }

  /// Edits that turn one text into the other (Levenshtein).
  private static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a.utf8), Array(b.utf8))
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let substitution = diagonal + (x == y ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substitution, row[j + 1] + 1, row[j] + 1)
      }
    }
    return row[b.count]
  }
}

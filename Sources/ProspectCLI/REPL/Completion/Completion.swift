/// What may stand at the cursor.
struct Completion: Equatable {
  /// The beginning that is there already.
  var prefix = ""
  /// Whole words that begin with `prefix`, sorted, none twice.
  private(set) var candidates: [String] = []

  /// - Parameter words: all that may stand here, whatever they begin with.
  init(prefix: String, among words: some Sequence<String>) {
    self.prefix = prefix
    candidates = Set(words.filter { $0.hasPrefix(prefix) }).sorted()
  }

  /// Nothing may stand here that anybody knows of.
  init() {}

  /// What all candidates have in common behind the prefix; empty when there is nothing to insert.
  var insertion: String {
    guard var common = candidates.first?[...] else { return "" }
    for candidate in candidates {
      while !candidate.hasPrefix(common) { common.removeLast() }
    }
    return String(common.dropFirst(prefix.count))
  }
}

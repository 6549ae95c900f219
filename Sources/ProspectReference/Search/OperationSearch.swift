package import ProspectAPI

/// Finds operations by words.
package struct OperationSearch: Sendable {
  private let operations: [Operation]
  private let titles: [String: String]

  /// - Parameter providers: in the order in which results are shown.
  package init(_ providers: [Provider]) {
    operations = providers.flatMap { provider in
      provider.operations.values.sorted { $0.name < $1.name }
    }
    titles = Dictionary(uniqueKeysWithValues: providers.map { ($0.name, $0.title) })
  }

  /// The operations that match all words.
  ///
  /// Words that write a name out in full mean that operation alone, also when its name is part of others.
  package func matches(_ words: [String]) -> [Operation] {
    let words = words.map { $0.lowercased() }
    let named = words.joined(separator: ".")
    let exact = operations.filter { named == $0.fullName || named == $0.name }
    if !exact.isEmpty, !words.isEmpty { return exact }
    return operations.filter { operation in
      let text = searchable(operation)
      return words.allSatisfy { word in
        isProvider(word) ? operation.provider == word : text.contains(word)
      }
    }
  }

  /// The name that was probably meant; nil when none is near.
  package func suggestion(for words: [String]) -> String? {
    let wrong = words.joined(separator: ".").lowercased()
    let names = operations.flatMap { [$0.fullName, $0.name] }
    return Suggestion.nearest(to: wrong, among: names)
  }

  private func isProvider(_ word: String) -> Bool { titles[word] != nil }

  private func searchable(_ operation: Operation) -> String {
    let words =
      [
        operation.fullName, titles[operation.provider] ?? "", operation.summary, operation.notes,
        operation.effect.rawValue, operation.source.rawValue, operation.life.rawValue,
        operation.path.text, operation.cost == nil ? "free" : "paid credits",
        operation.paging == nil ? "" : "list", operation.job == nil ? "" : "job",
      ] + operation.scopes + operation.parameters.map(\.name)
    return words.joined(separator: "\n").lowercased()
  }
}

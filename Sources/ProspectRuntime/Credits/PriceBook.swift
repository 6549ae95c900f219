internal import ProspectAPI
internal import ProspectJSON

/// How many rows stand behind ids that a run has seen, so that what a purchase costs is known without asking.
struct PriceBook {
  private struct Key: Hashable {
    let operation: String
    let id: String
  }

  private var rows: [Key: Int] = [:]

  /// A recipe may search as often as it likes; what it makes the host remember is bounded. A forgotten price is unknown,
  /// which only makes the guard stricter.
  private static let mostEntries = 50_000

  /// Remembers what a result says about rows, in the words of the costs that refer to it.
  mutating func note(_ result: JSON, of operation: Operation, for costs: [Cost.Rows]) {
    for cost in costs {
      guard case .seen(_, let path) = cost.source, let id = result.at(path: path)?.identifier,
        let count = result.count(at: cost.count)
      else { continue }
      if rows.count >= Self.mostEntries { rows.removeAll() }
      rows[Key(operation: operation.fullName, id: id)] = count
    }
  }

  /// The rows behind an id; nil when no answer of this run told.
  func rows(of operation: String, id: String) -> Int? {
    rows[Key(operation: operation, id: id)]
  }
}

extension Operation {
  /// The part of an answer that recipes get.
  func payload(of answer: JSON) -> JSON { result.flatMap { answer.at(path: $0) } ?? answer }
}

extension JSON {
  /// An id is opaque: the number 7 and the text "7" are the same one.
  var identifier: String? { string ?? integer.map(String.init) }

  /// The first number of zero or more that a path leads to; a fraction counts as a whole.
  func count(at paths: [String]) -> Int? {
    for path in paths {
      guard let number = at(path: path)?.number, number >= 0, number < 1e15 else { continue }
      return Int(number.rounded(.up))
    }
    return nil
  }

  /// The same for a balance, of which a fraction buys nothing, and which may be negative.
  func balance(at paths: [String]) -> Int? {
    for path in paths {
      guard let number = at(path: path)?.number, number.magnitude < 1e15 else { continue }
      return Int(number.rounded(.down))
    }
    return nil
  }
}

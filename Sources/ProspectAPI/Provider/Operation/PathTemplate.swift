/// The path of an operation: fixed text, and names in braces that arguments replace.
package struct PathTemplate: Sendable, Equatable {
  enum Piece: Sendable, Equatable {
    case text(String)
    case name(String)
  }

  let pieces: [Piece]

  /// The names in braces, in order.
  package var names: [String] {
    pieces.compactMap { if case .name(let name) = $0 { name } else { nil } }
  }

  /// As the description has it, with the names in braces.
  package var text: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .name(let name): "{\(name)}"
      }
    }.joined()
  }

  init(_ text: String, at place: String) throws(DescriptionError) {
    guard text.hasPrefix("/"), !text.hasPrefix("//") else {
      throw DescriptionError(path: place, problem: "must begin with one slash")
    }
    guard text.utf8.allSatisfy({ $0.isLetterOrDigit || "/-_.~{}".utf8.contains($0) }) else {
      throw DescriptionError(
        path: place, problem: "may hold letters, digits, - _ . ~ / and names in braces only")
    }
    var pieces: [Piece] = []
    for (index, part) in text.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
      guard index > 0 else {
        pieces.append(.text(String(part)))
        continue
      }
      guard let end = part.firstIndex(of: "}"), end > part.startIndex else {
        throw DescriptionError(path: place, problem: "a brace is not closed")
      }
      pieces.append(.name(String(part[..<end])))
      let rest = part[part.index(after: end)...]
      if !rest.isEmpty { pieces.append(.text(String(rest))) }
    }
    self.pieces = pieces
  }
}

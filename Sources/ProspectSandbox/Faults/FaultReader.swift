extension Fault {
  /// Where all kinds are listed.
  static let list = "see prospect-run sandbox --list-faults"

  /// Reads `TARGET#CALLS:KIND[=VALUE]`, where several kinds are joined by `+`.
  ///
  /// - Throws: `FaultMistake` that names what is wrong with the text.
  package init(parsing text: String) throws(FaultMistake) {
    guard let colon = text.firstIndex(of: ":"), let hash = text[..<colon].lastIndex(of: "#") else {
      throw FaultMistake(
        "'\(text)' is no fault",
        hint: "write TARGET#N:KIND, for example prospectb2b.leads.upsert#3:drop-answer")
    }
    let target = try FaultTarget(parsing: String(text[..<hash]))
    calls = try Fault.calls(text[text.index(after: hash)..<colon])
    actions = try Fault.parts(text[text.index(after: colon)...]).map { part throws(FaultMistake) in
      try FaultKind.action(parsing: part, of: target)
    }
    self.target = target
    id = text
  }

  /// A file of faults: one in each line. What stands behind a `#` at the beginning or behind a blank says nothing.
  package static func lines(of file: String) -> [(number: Int, text: String)] {
    // A line may end with CR LF, which is one character.
    file.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
      .compactMap {
        let text = String($1[..<comment(in: $1)]).trimmed
        return text.isEmpty ? nil : ($0 + 1, text)
      }
  }

  /// Where a comment begins; the end when there is none. The `#` of a target has no blank before it.
  private static func comment(in line: Substring) -> Substring.Index {
    line.indices.first { index in
      line[index] == "#"
        && (index == line.startIndex || " \t".contains(line[line.index(before: index)]))
    } ?? line.endIndex
  }

  /// `3`, `3-5`, `3-` for all from the third on, `*` for all.
  private static func calls(_ text: Substring) throws(FaultMistake) -> ClosedRange<Int> {
    if text == "*" { return 1...Int.max }
    let sides = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    let first = sides.first.flatMap { Int($0) } ?? 0
    let last = sides.count < 2 ? first : sides[1].isEmpty ? Int.max : Int(sides[1]) ?? 0
    guard first >= 1, last >= first else {
      throw FaultMistake(
        "'\(text)' tells no calls",
        hint: "write 3, 3-5, 3- (from the third on) or *; they count from 1")
    }
    return first...last
  }

  /// The kinds of a text; a `+` with a digit behind it belongs to a value.
  private static func parts(_ text: Substring) -> [String] {
    text.split(separator: "+", omittingEmptySubsequences: false).reduce(into: []) { parts, piece in
      if parts.isEmpty || piece.first?.isLetter ?? true {
        parts.append(String(piece))
      } else {
        parts[parts.count - 1] += "+\(piece)"
      }
    }
  }
}

extension FaultTarget {
  fileprivate init(parsing text: String) throws(FaultMistake) {
    if text == "any" {
      self = .any
    } else if text.hasSuffix(".*"), FaultTarget.providers.contains(String(text.dropLast(2))) {
      self = .provider(String(text.dropLast(2)))
    } else if FaultTarget.operations.contains(text) {
      self = .operation(text)
    } else {
      let known = FaultTarget.operations + FaultTarget.providers.map { "\($0).*" } + ["any"]
      throw .unknown("operation", text, known: known, see: "prospect-run ops lists them")
    }
  }
}

extension String {
  /// Without blanks at both ends.
  fileprivate var trimmed: String {
    let start = drop { $0 == " " || $0 == "\t" }
    return String(start.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}

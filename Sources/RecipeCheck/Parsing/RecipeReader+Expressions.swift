internal import ProspectJSON

extension RecipeReader {
  private static let binary: Set<String> = [
    "+", "-", "*", "/", "//", "%", "^", "..", "==", "~=", "<", "<=", ">", ">=", "and", "or", "&",
    "|", "~", "<<", ">>",
  ]
  private static let unary: Set<String> = ["not", "-", "#", "~"]

  mutating func expressions() -> [Meaning] {
    var meanings = [expression()]
    while accept(",") { meanings.append(expression()) }
    return meanings
  }

  /// Operators need no order here: what they make is not followed.
  mutating func expression() -> Meaning {
    var meaning = operand()
    while let text = word, Self.binary.contains(text) {
      advance()
      _ = operand()
      meaning = .unknown
    }
    return meaning
  }

  private var word: String? {
    switch kind {
    case .name(let text), .symbol(let text): text
    default: nil
    }
  }

  private mutating func operand() -> Meaning {
    var isPlain = true
    var isNegative = false
    while let text = word, Self.unary.contains(text) {
      isNegative = isPlain && text == "-"
      isPlain = false
      advance()
    }
    let meaning = simple()
    if isPlain { return meaning }
    if isNegative, case .constant(let value) = meaning, let number = value.number {
      return .constant(Self.number(-number))
    }
    return .unknown
  }

  private mutating func simple() -> Meaning {
    switch kind {
    case .number(let value):
      advance()
      return value.isNaN ? .unknown : .constant(Self.number(value))
    case .string(let text):
      advance()
      return .constant(.string(text))
    case .name("true"), .name("false"):
      return .constant(.bool(name() == "true"))
    case .name("nil"), .symbol("..."):
      advance()
      return .unknown
    case .name("function"):
      advance()
      functionBody()
      return .unknown
    case .symbol("{"): return .table(table())
    default: return suffixed()
    }
  }

  private static func number(_ value: Double) -> JSON {
    Int64(exactly: value).map(JSON.integer) ?? .number(value)
  }

  /// A name or an expression in brackets, and all that follows: fields, indices, calls.
  mutating func suffixed() -> Meaning {
    var meaning: Meaning
    if accept("(") {
      meaning = expression()
      accept(")")
    } else if case .name(let text) = kind {
      advance()
      meaning = scopes.meaning(of: text)
    } else {
      advance()
      return .unknown
    }
    while let next = suffix(of: meaning) { meaning = next }
    return meaning
  }

  /// What the next field, index or call makes of a value; nil when none follows.
  private mutating func suffix(of meaning: Meaning) -> Meaning? {
    let line = line
    if accept(".") { return field(name(), of: meaning, line: line) }
    if accept("[") {
      let key = expression()
      accept("]")
      guard case .constant(.string(let name)) = key else { return .unknown }
      return field(name, of: meaning, line: line)
    }
    if accept(":") {
      _ = field(name(), of: meaning, line: line)
      _ = arguments()
      return .unknown
    }
    return arguments().map { call(meaning, $0, line: line) }
  }

  /// The arguments of a call; nil when none follow.
  private mutating func arguments() -> [Meaning]? {
    switch kind {
    case .string(let text):
      advance()
      return [.constant(.string(text))]
    case .symbol("{"): return [.table(table())]
    case .symbol("("):
      advance()
      let meanings = sees(")") ? [] : expressions()
      accept(")")
      return meanings
    default: return nil
    }
  }

  private mutating func table() -> TableLiteral {
    var literal = TableLiteral()
    accept("{")
    while kind != .end, !sees("}") {
      let before = index
      entry(&literal)
      if !accept(","), !accept(";"), index == before { break }
    }
    accept("}")
    return literal
  }

  private mutating func entry(_ literal: inout TableLiteral) {
    let line = line
    if accept("[") {
      let key = expression()
      accept("]")
      accept("=")
      let value = expression()
      guard case .constant(.string(let name)) = key else {
        literal.hasMore = true
        return
      }
      literal.fields.append(.init(name: name, line: line, meaning: value))
    } else if case .name(let name) = kind, tokens[index + 1].kind == .symbol("=") {
      advance()
      advance()
      literal.fields.append(.init(name: name, line: line, meaning: expression()))
    } else {
      literal.elements.append(expression())
    }
  }
}

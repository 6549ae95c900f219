internal import RecipeCheck

/// Goes through a text, which may break off anywhere, and notes what its names are set to.
struct NameScanner {
  private let reader: ValueReader
  private var index = 0
  /// Open brackets: what is assigned between them are fields.
  private var brackets = 0
  /// Names that belong to the block that begins next.
  private var awaited: [String] = []
  private(set) var scopes: SessionScopes

  /// The names that are known behind a text.
  static func scopes(
    behind tokens: [Token.Kind], _ table: CompletionTable, _ scopes: SessionScopes
  ) -> SessionScopes {
    var scanner = NameScanner(
      reader: ValueReader(table: table, tokens: tokens), scopes: scopes)
    while scanner.index < tokens.count { scanner.step() }
    return scanner.scopes
  }

  private init(reader: ValueReader, scopes: SessionScopes) {
    self.reader = reader
    self.scopes = scopes
  }

  private var kind: Token.Kind { reader.kind(index) }

  private mutating func step() {
    switch kind {
    case .name("function"): return function()
    case .name("local"): return local()
    case .name("for"):
      index += 1
      awaited = names()
      return
    case .name("do"): enter()
    case .name("then"), .name("repeat"): scopes.enter()
    case .name("else"):
      scopes.leave()
      scopes.enter()
    case .name("elseif"), .name("end"), .name("until"): scopes.leave()
    case .name: if brackets == 0, assignment() { return }
    case .symbol("("), .symbol("{"), .symbol("["): brackets += 1
    case .symbol(")"), .symbol("}"), .symbol("]"): brackets = max(0, brackets - 1)
    default: break
    }
    index += 1
  }

  private mutating func enter() {
    scopes.enter()
    for name in awaited { scopes.declare(name, .unknown) }
    awaited = []
  }

  /// `name`, or `name, name`, with attributes between them left out.
  private mutating func names() -> [String] {
    var names: [String] = []
    while case .name(let name) = kind {
      names.append(name)
      index += 1
      if kind == .symbol("<") { index += 3 }
      guard kind == .symbol(",") else { break }
      index += 1
    }
    return names
  }

  private mutating func function() {
    index += 1
    if case .name(let name) = kind {
      if reader.kind(index + 1) == .symbol("(") { scopes.assign(name, .unknown) }
      while kind != .symbol("("), kind != .end { index += 1 }
    }
    index += 1
    awaited = names()
    enter()
    while kind != .symbol(")"), kind != .end { index += 1 }
    index += 1
  }

  private mutating func local() {
    index += 1
    if kind == .name("function") {
      if case .name(let name) = reader.kind(index + 1) { scopes.declare(name, .unknown) }
      return
    }
    let names = names()
    let values = values(count: names.count)
    for (name, value) in zip(names, values) { scopes.declare(name, value) }
  }

  /// Takes `name, name = …`, and nothing when this is none.
  private mutating func assignment() -> Bool {
    guard reader.kind(index - 1) != .symbol("."), reader.kind(index - 1) != .symbol(":") else {
      return false
    }
    let start = index
    let names = names()
    guard kind == .symbol("=") else {
      index = start
      return false
    }
    let values = values(count: names.count)
    for (name, value) in zip(names, values) { scopes.assign(name, value) }
    return true
  }

  /// What stands behind `=`, as far as it can be read: what follows may be anything.
  private mutating func values(count: Int) -> [KnownValue] {
    var values: [KnownValue] = []
    if kind == .symbol("=") {
      repeat {
        index += 1
        guard let end = reader.end(ofValueAt: index) else { break }
        values.append(reader.value(endingAt: end, scopes))
        index = end + 1
      } while kind == .symbol(",") && values.count < count
    }
    return values + Array(repeating: .unknown, count: count - values.count)
  }
}

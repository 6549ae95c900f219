extension RecipeReader {
  mutating func statement() {
    guard case .name(let word) = kind else { return symbolStatement() }
    switch word {
    case "local": localStatement()
    case "function": functionStatement()
    case "if": ifStatement()
    case "for": forStatement()
    case "while":
      advance()
      _ = expression()
      accept("do")
      ownBlock()
    case "do":
      advance()
      ownBlock()
    case "repeat": repeatStatement()
    case "return":
      advance()
      if !sees(";"), kind != .end, !["end", "else", "elseif", "until"].contains(where: sees) {
        _ = expressions()
      }
    case "goto":
      advance()
      _ = name()
    case "break": advance()
    default: expressionStatement()
    }
  }

  private mutating func symbolStatement() {
    if accept("::") {
      _ = name()
      accept("::")
    } else if !accept(";") {
      expressionStatement()
    }
  }

  private mutating func localStatement() {
    advance()
    if accept("function") {
      scopes.declare(name(), .varying)
      return functionBody()
    }
    var declared: [String] = []
    repeat {
      declared.append(name())
      if accept("<") {
        _ = name()
        accept(">")
      }
    } while accept(",")
    let values = accept("=") ? expressions() : nil
    for (index, name) in declared.enumerated() {
      scopes.declare(name, values.map { index < $0.count ? $0[index] : .varying })
    }
  }

  private mutating func functionStatement() {
    advance()
    let first = name()
    var isMethod = false
    var isField = false
    while sees(".") || sees(":") {
      isMethod = sees(":")
      isField = true
      advance()
      _ = name()
    }
    if !isField { scopes.assign(first, .unknown) }
    functionBody(declaring: isMethod ? ["self"] : [])
  }

  /// Parameters and body.
  mutating func functionBody(declaring: [String] = []) {
    accept("(")
    var parameters = declaring
    while kind != .end, !sees(")") {
      if !accept("...") { parameters.append(name()) }
      if !accept(",") { break }
    }
    accept(")")
    ownBlock(declaring: parameters)
  }

  private mutating func ifStatement() {
    repeat {
      advance()
      _ = expression()
      accept("then")
      scopes.enter()
      block()
      scopes.leave()
    } while sees("elseif")
    if accept("else") {
      ownBlock()
    } else {
      accept("end")
    }
  }

  private mutating func forStatement() {
    advance()
    var names: [String] = []
    repeat { names.append(name()) } while accept(",")
    if !accept("=") { accept("in") }
    _ = expressions()
    accept("do")
    ownBlock(declaring: names)
  }

  private mutating func repeatStatement() {
    advance()
    scopes.enter()
    block()
    if accept("until") { _ = expression() }
    scopes.leave()
  }

  /// A call, or an assignment.
  private mutating func expressionStatement() {
    var targets: [String?] = []
    repeat {
      targets.append(plainName())
      _ = suffixed()
    } while accept(",")
    guard accept("=") else { return }
    let values = expressions()
    for (index, target) in targets.enumerated() {
      if let target { scopes.assign(target, index < values.count ? values[index] : .unknown) }
    }
  }

  /// The name that is assigned to when the target is nothing but a name.
  private func plainName() -> String? {
    guard case .name(let text) = kind, index + 1 < tokens.count else { return nil }
    let next = tokens[index + 1].kind
    return next == .symbol("=") || next == .symbol(",") ? text : nil
  }
}

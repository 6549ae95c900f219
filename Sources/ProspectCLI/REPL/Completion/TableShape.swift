internal import ProspectAPI
internal import ProspectJSON

/// What may stand between the braces of a table, by the description of the call that it belongs to.
enum TableShape {
  case arguments(Operation)
  /// The table of an argument whose fields are described.
  case fields([Parameter])
  /// The list that is given for an argument.
  case elements(Parameter)

  /// The names that may be given.
  var names: [String] {
    switch self {
    case .elements: []
    case .fields(let fields): fields.map(\.name)
    case .arguments(let operation):
      operation.parameters.map(\.name)
        + (operation.confirm == nil ? [] : ["confirm"])
        // A word to the price guard, which every paid operation takes (stdlib/machine/provider.lua).
        + (operation.cost == nil ? [] : ["max_credits"])
    }
  }

  /// The values that are known to be legal for a name, as Lua; texts come without quotes.
  func values(of name: String) -> (texts: [String], others: [String]) {
    guard let parameter = parameter(name) else {
      return name == "confirm" && names.contains(name) ? ([], ["true"]) : ([], [])
    }
    return Self.values(of: parameter, parameter.kind)
  }

  /// The same for the elements of a list.
  var elementValues: (texts: [String], others: [String]) {
    guard case .elements(let parameter) = self, let kind = parameter.kind.element else {
      return ([], [])
    }
    return Self.values(of: parameter, kind)
  }

  /// The shape of a table that is given for a name.
  func table(for name: String) -> TableShape? {
    guard let parameter = parameter(name) else { return nil }
    if parameter.kind.element != nil { return .elements(parameter) }
    return parameter.fields.map(TableShape.fields)
  }

  /// The shape of a table that is an element of a list.
  var elementTable: TableShape? {
    guard case .elements(let parameter) = self else { return nil }
    return parameter.fields.map(TableShape.fields)
  }

  private func parameter(_ name: String) -> Parameter? {
    switch self {
    case .arguments(let operation): operation.parameters.first { $0.name == name }
    case .fields(let fields): fields.first { $0.name == name }
    case .elements: nil
    }
  }

  private static func values(
    of parameter: Parameter, _ kind: Parameter.Kind
  ) -> (texts: [String], others: [String]) {
    // The elements of a list stand between braces of their own.
    guard kind.element == nil else { return ([], []) }
    let texts = parameter.choices.compactMap(\.string)
    let others = parameter.choices.filter { $0.string == nil }.map(\.text)
    return (texts, kind == .boolean && others.isEmpty ? ["true", "false"] : others)
  }
}

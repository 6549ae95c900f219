internal import ProspectAPI
internal import ProspectJSON

/// Checks the arguments that a recipe writes out against an operation.
struct ArgumentChecker {
  let operation: Operation

  func problems(_ literal: TableLiteral, line: Int) -> [(Int, String)] {
    var problems = self.problems(literal, operation.parameters, prefix: "", line: line)
    let names = literal.fields.map(\.name)
    guard !literal.hasMore, literal.elements.isEmpty else { return problems }
    if operation.confirm != nil, !names.contains(Operation.confirmation) {
      problems.append((line, operation.confirmationProblem))
    }
    if !operation.atLeastOne.isEmpty, !operation.atLeastOne.contains(where: names.contains) {
      let list = operation.atLeastOne.joined(separator: ", ")
      problems.append((line, "one of these arguments is needed: \(list)"))
    }
    if !operation.exactlyOne.isEmpty, operation.exactlyOne.count(where: names.contains) == 0 {
      let list = operation.exactlyOne.joined(separator: ", ")
      problems.append((line, "exactly one of these arguments is needed: \(list)"))
    }
    return problems
  }

  private func problems(
    _ literal: TableLiteral, _ parameters: [Parameter], prefix: String, line: Int
  ) -> [(Int, String)] {
    var problems = literal.fields.flatMap { field in
      self.problems(field, parameters, prefix: prefix)
    }
    guard !literal.hasMore, literal.elements.isEmpty else { return problems }
    for parameter in parameters
    where parameter.isRequired && !literal.fields.contains(where: { $0.name == parameter.name }) {
      problems.append((line, "argument \"\(prefix)\(parameter.name)\" is missing"))
    }
    return problems
  }

  private func problems(
    _ field: TableLiteral.Field, _ parameters: [Parameter], prefix: String
  ) -> [(Int, String)] {
    let path = prefix + field.name
    let isConfirmation =
      prefix.isEmpty && operation.confirm != nil && field.name == Operation.confirmation
    if isConfirmation { return [] }
    guard let parameter = parameters.first(where: { $0.name == field.name }) else {
      let guess = Suggestion.text(for: field.name, among: parameters.map(\.name))
      return [(field.line, "unknown argument \"\(path)\"\(guess)")]
    }
    switch field.meaning {
    case .constant(let value):
      return parameter.argumentProblem(with: value, at: path).map { [(field.line, $0)] } ?? []
    case .table(let table):
      return inside(table, parameter, path, field.line)
    default: return []
    }
  }

  private func inside(
    _ table: TableLiteral, _ parameter: Parameter, _ path: String, _ line: Int
  ) -> [(Int, String)] {
    if let fields = parameter.fields, parameter.kind == .object {
      return problems(table, fields, prefix: path + ".", line: line)
    }
    if let fields = parameter.fields {
      return table.elements.enumerated().flatMap { index, element -> [(Int, String)] in
        guard case .table(let inner) = element else { return [] }
        return problems(inner, fields, prefix: "\(path)[\(index + 1)].", line: line)
      }
    }
    let values = table.elements.compactMap {
      if case .constant(let value) = $0 { value } else { nil }
    }
    let isWhole = values.count == table.elements.count && table.fields.isEmpty && !table.hasMore
    guard parameter.kind.element != nil, isWhole else { return [] }
    return parameter.argumentProblem(with: .array(values), at: path).map { [(line, $0)] } ?? []
  }
}

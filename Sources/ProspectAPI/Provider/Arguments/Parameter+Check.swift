package import ProspectJSON

extension Parameter {
  /// What is wrong with a value, and where in it; nil when nothing is.
  ///
  /// - Parameter path: what the value is called, as in `contacts[2].email`.
  func problem(with value: JSON, at path: String) -> ArgumentProblem? {
    if case .null = value {
      return isNullable ? nil : ArgumentProblem(path, "must not be null")
    }
    guard Self.has(value, kind, inBody: place == .body) else {
      return ArgumentProblem(path, "must be \(Self.expectation(kind)), got \(value.luaKindName)")
    }
    if let wrong = limitProblem(value) { return ArgumentProblem(path, wrong) }
    return choiceProblem(value, path) ?? fieldProblem(value, path)
  }

  /// The same as a sentence, for those who check a recipe before it runs.
  package func argumentProblem(with value: JSON, at path: String) -> String? {
    problem(with: value, at: path)?.message
  }

  static func has(_ value: JSON, _ kind: Kind, inBody: Bool = false) -> Bool {
    switch kind {
    case .string, .date, .dateTime: value.string != nil
    case .integer: value.integer != nil
    case .number: value.number != nil
    case .boolean: value.bool != nil
    case .object: value.object != nil || value.isEmptyList
    case .strings: value.elements?.allSatisfy { $0.string != nil } ?? false
    case .integers: value.elements?.allSatisfy { $0.integer != nil } ?? false
    case .objects: value.elements?.allSatisfy { has($0, .object) } ?? false
    case .any: inBody || value.isScalar
    }
  }

  private static func expectation(_ kind: Kind) -> String {
    switch kind {
    case .string: "a string"
    case .integer: "an integer"
    case .number: "a number"
    case .boolean: "a boolean"
    case .date: "a date such as 2026-11-01"
    case .dateTime: "a date and time such as 2026-11-01T00:00:00Z"
    case .object: "a table with names"
    case .strings: "a list of strings"
    case .integers: "a list of integers"
    case .objects: "a list of tables"
    case .any: "a string, number or boolean"
    }
  }

  /// What is wrong with the size or the form of a value of the right type.
  private func limitProblem(_ value: JSON) -> String? {
    if let number = value.number {
      if let minimum, number < minimum { return "must be at least \(Self.short(minimum))" }
      if let maximum, number > maximum { return "must be at most \(Self.short(maximum))" }
    }
    if let text = value.string {
      if kind == .date || kind == .dateTime { return formProblem(text) }
      return countProblem(text.unicodeScalars.count, minLength, maxLength, "character")
    }
    if kind.element != nil, let elements = value.elements {
      return countProblem(elements.count, minItems, maxItems, "element")
    }
    return nil
  }

  private func formProblem(_ text: String) -> String? {
    let isValid = kind == .date ? DateText.isValid(text) : DateTimeText.isValid(text)
    return isValid ? nil : "must be \(Self.expectation(kind)), got \"\(text)\""
  }

  private func countProblem(
    _ count: Int, _ least: Int?, _ most: Int?, _ what: String
  ) -> String? {
    if let least, count < least {
      return "must have at least \(least) \(what)\(least == 1 ? "" : "s")"
    }
    if let most, count > most { return "must have at most \(most) \(what)\(most == 1 ? "" : "s")" }
    return nil
  }

  private func choiceProblem(_ value: JSON, _ path: String) -> ArgumentProblem? {
    guard !choices.isEmpty else { return nil }
    let isList = kind.element != nil
    for (index, value) in (isList ? value.elements ?? [] : [value]).enumerated()
    where !choices.contains(value) {
      let names = choices.map { $0.string ?? $0.text }
      let guess = value.string.map { Suggestion.text(for: $0, among: names) } ?? ""
      return ArgumentProblem(
        isList ? "\(path)[\(index + 1)]" : path,
        "must be one of \(names.joined(separator: ", "))\(guess)")
    }
    return nil
  }

  /// What is wrong inside an object, or inside the objects of a list.
  private func fieldProblem(_ value: JSON, _ path: String) -> ArgumentProblem? {
    guard let fields else { return nil }
    guard kind == .objects else { return Self.problem(inside: value, fields, path) }
    for (index, element) in (value.elements ?? []).enumerated() {
      if let problem = Self.problem(inside: element, fields, "\(path)[\(index + 1)]") {
        return problem
      }
    }
    return nil
  }

  private static func problem(
    inside value: JSON, _ fields: [Parameter], _ path: String
  ) -> ArgumentProblem? {
    let members = value.object?.members ?? []
    for member in members {
      let place = "\(path).\(member.name)"
      guard let field = fields.first(where: { $0.name == member.name }) else {
        return .unknown(place, member.name, among: fields.map(\.name))
      }
      if let problem = field.problem(with: member.value, at: place) { return problem }
    }
    let missing = fields.first { field in
      field.isRequired && !members.contains { $0.name == field.name }
    }
    return missing.map { ArgumentProblem("\(path).\($0.name)", "is missing") }
  }

  private static func short(_ number: Double) -> String {
    Int64(exactly: number).map(String.init) ?? number.description
  }
}

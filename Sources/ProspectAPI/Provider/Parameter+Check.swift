internal import ProspectJSON

extension Parameter {
  /// What is wrong with a value, in words that follow `argument "x" `; nil when nothing is.
  func problem(with value: JSON) -> String? {
    if case .null = value { return isNullable ? nil : "must not be null" }
    guard hasKind(value) else { return "must be \(expectation), got \(value.kindName)" }
    return rangeProblem(value)
  }

  private func hasKind(_ value: JSON) -> Bool {
    switch kind {
    case .string, .dateTime: value.string != nil
    case .integer: value.integer != nil
    case .number: value.number != nil
    case .boolean: value.bool != nil
    case .object: value.object != nil || value.isEmptyArray
    case .strings: value.elements?.allSatisfy { $0.string != nil } ?? false
    case .integers: value.elements?.allSatisfy { $0.integer != nil } ?? false
    case .objects: value.elements?.allSatisfy { $0.object != nil } ?? false
    case .any: place == .body || value.isScalar
    }
  }

  private var expectation: String {
    switch kind {
    case .string: "a string"
    case .integer: "an integer"
    case .number: "a number"
    case .boolean: "a boolean"
    case .dateTime: "a date and time such as 2026-11-01T00:00:00Z"
    case .object: "a table with names"
    case .strings: "a list of strings"
    case .integers: "a list of integers"
    case .objects: "a list of tables"
    case .any: "a string, number or boolean"
    }
  }

  private func rangeProblem(_ value: JSON) -> String? {
    if let minimum, let number = value.number, number < minimum {
      return "must be at least \(Self.short(minimum))"
    }
    if let maximum, let number = value.number, number > maximum {
      return "must be at most \(Self.short(maximum))"
    }
    if let maximumLength, let text = value.string, text.unicodeScalars.count > maximumLength {
      return "must have at most \(maximumLength) characters"
    }
    if kind == .dateTime, let text = value.string, !DateTimeText.isValid(text) {
      return "must be a date and time such as 2026-11-01T00:00:00Z, got \"\(text)\""
    }
    if !choices.isEmpty, !choices.contains(value) {
      return "must be one of " + choices.map { $0.string ?? $0.text }.joined(separator: ", ")
    }
    return nil
  }

  private static func short(_ number: Double) -> String {
    Int64(exactly: number).map(String.init) ?? number.description
  }
}

extension JSON {
  /// The elements of a list. Lua cannot tell an empty list from an empty table, so `{}` is one.
  fileprivate var elements: [JSON]? {
    if let object, object.members.isEmpty { return [] }
    return array
  }

  fileprivate var isEmptyArray: Bool { array?.isEmpty ?? false }

  fileprivate var isScalar: Bool {
    switch self {
    case .string, .integer, .number, .bool: true
    default: false
    }
  }
}

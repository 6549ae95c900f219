internal import ProspectAPI
internal import ProspectJSON

/// One argument as it is shown: those inside a table follow it, with its name in front.
struct ParameterRow {
  /// As in `people[].email`.
  let path: String
  let parameter: Parameter

  /// All arguments of an operation, the required ones first.
  static func all(of operation: Operation) -> [ParameterRow] {
    let sorted =
      operation.parameters.filter(\.isRequired)
      + operation.parameters.filter { !$0.isRequired }
    return rows(sorted, "")
  }

  private static func rows(_ parameters: [Parameter], _ prefix: String) -> [ParameterRow] {
    parameters.flatMap { parameter -> [ParameterRow] in
      let path = prefix + parameter.name
      let inner = path + (parameter.kind.element == nil ? "." : "[].")
      return [ParameterRow(path: path, parameter: parameter)]
        + rows(parameter.fields ?? [], inner)
    }
  }

  /// Everything but name, type and summary: `required; 1 to 100; csv, excel; default 100`.
  var limits: [String] {
    var limits: [String] = []
    if parameter.isRequired { limits.append("required") }
    if parameter.isNullable { limits.append("may be json.null") }
    if parameter.takesSecret { limits.append("may be a secret") }
    limits += range(number(parameter.minimum), number(parameter.maximum), "")
    limits += range(text(parameter.minLength), text(parameter.maxLength), " character")
    limits += range(text(parameter.minItems), text(parameter.maxItems), " element")
    if !parameter.choices.isEmpty {
      limits.append(
        "one of " + parameter.choices.map { $0.string ?? $0.text }.joined(separator: ", "))
    }
    if let assumed = parameter.defaultText { limits.append("default \(assumed)") }
    if parameter.source == .inferred { limits.append("inferred") }
    return limits
  }

  /// The summary on one line.
  var summary: String {
    parameter.summary.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func range(_ least: String?, _ most: String?, _ unit: String) -> [String] {
    let units = unit.isEmpty || (most ?? least) == "1" ? unit : unit + "s"
    return switch (least, most) {
    case (let least?, let most?): ["\(least) to \(most)\(units)"]
    case (let least?, nil): ["at least \(least)\(units)"]
    case (nil, let most?): ["at most \(most)\(units)"]
    case (nil, nil): []
    }
  }

  private func text(_ count: Int?) -> String? { count.map(String.init) }

  private func number(_ value: Double?) -> String? {
    value.map { Int64(exactly: $0).map(String.init) ?? $0.description }
  }
}

internal import ProspectAPI
internal import ProspectJSON

/// Types in the words of the Lua language server.
enum LuaTypeName {
  /// - Parameter table: the name of the class that describes the table's fields, where they are known.
  static func of(_ parameter: Parameter, table: String) -> String {
    var name = of(parameter.kind, table: parameter.fields == nil ? nil : table)
    if !parameter.choices.isEmpty {
      let words = parameter.choices.map(\.text).joined(separator: "|")
      name = parameter.kind.element == nil ? words : "(\(words))[]"
    }
    if parameter.takesSecret { name += "|prospect.Secret" }
    return parameter.isNullable ? name + "|prospect.Null" : name
  }

  static func of(_ kind: Parameter.Kind, table: String? = nil) -> String {
    switch kind {
    case .string, .date, .dateTime: "string"
    case .integer: "integer"
    case .number: "number"
    case .boolean: "boolean"
    case .strings: "string[]"
    case .integers: "integer[]"
    case .object: table ?? "table<string, any>"
    case .objects: (table ?? "table<string, any>") + "[]"
    case .any: "any"
    }
  }
}

internal import ProspectAPI

/// The classes of an operation's arguments: one for the call, one for each table inside it whose fields are known.
enum ArgumentTypes {
  static func lines(_ operation: Operation) -> [String] {
    let name = className(operation)
    var fields = operation.parameters
    fields.sort {
      $0.isRequired && !$1.isRequired || $0.isRequired == $1.isRequired && $0.name < $1.name
    }
    var lines = classLines(name, fields)
    if let confirm = operation.confirm {
      lines.append("---@field confirm true \(LuaComment.line(confirm))")
    }
    return lines
  }

  static func className(_ operation: Operation) -> String { operation.fullName + ".Arguments" }

  private static func classLines(_ name: String, _ fields: [Parameter]) -> [String] {
    let inner = fields.flatMap { field -> [String] in
      guard let fields = field.fields else { return [] }
      return classLines("\(name).\(field.name)", fields) + [""]
    }
    return inner + ["---@class \(name)"] + fields.map { line($0, name) }
  }

  private static func line(_ field: Parameter, _ owner: String) -> String {
    let type = LuaTypeName.of(field, table: "\(owner).\(field.name)")
    let row = ParameterRow(path: field.name, parameter: field)
    // What the type says already need not be said again.
    let limits = row.limits.filter {
      $0 != "required" && $0 != "may be json.null" && !$0.hasPrefix("one of ")
    }
    let words = [row.summary, limits.isEmpty ? "" : "(\(limits.joined(separator: "; ")))"]
      .filter { !$0.isEmpty }.joined(separator: " ")
    let mark = field.isRequired ? "" : "?"
    return "---@field \(field.name)\(mark) \(type)\(words.isEmpty ? "" : " \(words)")"
  }
}

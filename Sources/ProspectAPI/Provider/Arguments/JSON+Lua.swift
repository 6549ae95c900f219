internal import ProspectJSON

/// Lua has one kind of table: an empty list and an empty object are the same there.
extension JSON {
  /// The elements of a list.
  var elements: [JSON]? {
    if let object, object.members.isEmpty { return [] }
    return array
  }

  var isEmptyList: Bool { array?.isEmpty ?? false }

  var isScalar: Bool {
    switch self {
    case .string, .integer, .number, .bool: true
    default: false
    }
  }

  /// What this value is in a recipe, in the words of an error message.
  var luaKindName: String {
    switch self {
    case .array, .object: "a table"
    default: kindName
    }
  }
}

/// A JSON value.
///
/// Numbers keep their kind: an integer that fits 64 bits is `.integer`, every other number is `.number`.
/// Members of an object keep the order in which they were written.
public enum JSON: Sendable, Equatable {
  case null
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case string(String)
  case array([JSON])
  case object(JSONObject)
}

extension JSON {
  /// The member `name` of an object; nil when this is no object or has no such member.
  public subscript(name: String) -> JSON? {
    if case .object(let object) = self { object[name] } else { nil }
  }

  /// The value at a dotted path such as `pagination.next_cursor`; nil when a step is missing.
  public func at(path: String) -> JSON? {
    var value = self
    for step in path.split(separator: ".") {
      guard let next = value[String(step)] else { return nil }
      value = next
    }
    return value
  }

  /// The text of a string; nil for every other kind.
  public var string: String? { if case .string(let text) = self { text } else { nil } }

  /// The truth value; nil for every other kind.
  public var bool: Bool? { if case .bool(let flag) = self { flag } else { nil } }

  /// The integer, also of a number without a fraction that fits; nil for every other kind.
  public var integer: Int64? {
    switch self {
    case .integer(let value): value
    case .number(let value): Int64(exactly: value)
    default: nil
    }
  }

  /// The number, also of an integer (rounded beyond 2⁵³); nil for every other kind.
  public var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// The elements of an array; nil for every other kind.
  public var array: [JSON]? { if case .array(let elements) = self { elements } else { nil } }

  /// The members of an object; nil for every other kind.
  public var object: JSONObject? { if case .object(let members) = self { members } else { nil } }

  /// What this value is, in the words of an error message: "a string", "an array", …
  public var kindName: String {
    switch self {
    case .null: "null"
    case .bool: "a boolean"
    case .integer: "an integer"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

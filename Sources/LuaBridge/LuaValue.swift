/// A value that travels between Swift and Lua.
///
/// Lua strings are bytes with a length (Lua manual §2.1); text in them is a convention, and `string` is nil for bytes
/// that are not UTF-8. Integers and floats keep their kind. Everything that has an identity (tables, functions,
/// coroutines, userdata) is a `LuaReference`.
public enum LuaValue: Sendable {
  case `nil`
  /// `json.null`: a value that says "null" where nil would say "absent".
  case null
  case boolean(Bool)
  case integer(Int64)
  case number(Double)
  case bytes([UInt8])
  case reference(LuaReference)
  /// A Swift object of a type registered with `LuaVM.register`; travels to Lua only.
  case userdata(LuaObject)
  /// A JSON document, decoded on the Lua side straight into tables; travels to Lua only.
  case json([UInt8])

  /// A Lua string that holds `text` in UTF-8.
  public static func string(_ text: some StringProtocol) -> LuaValue { .bytes(Array(text.utf8)) }
}

/// A Swift object on its way into a VM.
///
/// Invariant behind `@unchecked`: only the VM that receives it looks inside, on its owner's thread.
public struct LuaObject: @unchecked Sendable {
  let object: any AnyObject
}

extension LuaValue {
  /// A Swift object of a type registered with `LuaVM.register`.
  public static func object(_ object: any AnyObject) -> LuaValue {
    .userdata(LuaObject(object: object))
  }

  /// The text of a string; nil for other kinds and for bytes that are not UTF-8.
  public var string: String? {
    if case .bytes(let bytes) = self { String(validating: bytes, as: UTF8.self) } else { nil }
  }

  /// The integer, also of a float without a fraction that fits 64 bits; nil for other kinds.
  public var integer: Int64? {
    switch self {
    case .integer(let value): value
    case .number(let value): Int64(exactly: value)
    default: nil
    }
  }

  /// The number, also of an integer (rounded beyond 2⁵³); nil for other kinds.
  public var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// Whether Lua takes this as true: everything but nil and false (Lua manual §2.1).
  public var isTrue: Bool {
    switch self {
    case .nil: false
    case .boolean(let value): value
    default: true
    }
  }

  /// Whether this is nil.
  public var isNil: Bool { if case .nil = self { true } else { false } }

  /// The reference to a table, function, coroutine or userdata; nil for other kinds.
  public var reference: LuaReference? {
    if case .reference(let reference) = self { reference } else { nil }
  }
}

extension LuaValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByFloatLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  public init(floatLiteral value: Double) { self = .number(value) }
}

/// Something that went wrong in Lua, or that Swift raises there.
public struct LuaError: Error {
  /// What kind of failure this is.
  public enum Kind: Sendable {
    /// Raised by Lua code or by a Swift function.
    case runtime
    /// The source text does not compile.
    case syntax
    /// The memory limit of the VM is reached.
    case memory
    /// The control page asked to stop, or the task is cancelled; nothing catches this.
    case interrupted
    /// The embedding API was used wrongly: a reference of another VM, a type that is not registered, …
    case usage
  }

  public var kind: Kind
  /// One sentence; for text that Lua raised it begins with the place, as in `weekly.lua:12: …`.
  public var message: String
  /// The calls that led here, innermost first; empty when unknown.
  public var traceback: String
  /// The recipe file of the failure (a chunk named `@file`); nil when unknown.
  public var file: String?
  /// The line in `file`.
  public var line: Int?
  /// The raised value itself, when it is no plain text. Setting it raises that value instead of the message.
  public var value: LuaValue?

  public init(
    _ kind: Kind, _ message: String, traceback: String = "", file: String? = nil,
    line: Int? = nil, value: LuaValue? = nil
  ) {
    self.kind = kind
    self.message = message
    self.traceback = traceback
    self.file = file
    self.line = line
    self.value = value
  }

  /// A runtime error with a message.
  public init(_ message: String) { self.init(.runtime, message) }

  /// An error that Lua sees as `value`, an error table for example.
  public init(raising value: LuaValue) {
    self.init(.runtime, value.string ?? "an error value", value: value)
  }

  /// Whether more source text could complete the chunk: the REPL then asks for another line.
  public var isIncomplete: Bool { kind == .syntax && message.hasSuffix("<eof>") }
}

extension LuaError: CustomStringConvertible {
  public var description: String { message }
}

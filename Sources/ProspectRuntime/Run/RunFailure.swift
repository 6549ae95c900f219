/// Why a run, or one evaluation of a session, failed.
public struct RunFailure: Error, Sendable, Equatable, CustomStringConvertible {
  /// What kind of failure it is; decides the exit code.
  public var kind: Kind
  /// What happened, in one sentence. Carries no place and no stack.
  public var message: String
  /// The file of the recipe that the failure is about, as it was given; nil when no place is known.
  public var file: String?
  /// The line in `file`, from 1. For a recipe that had to be killed: the line that was last seen.
  public var line: Int?
  /// The Lua call stack, one call a line; empty when there is none.
  public var traceback: String
  /// The provider that was called, as in "prospectb2b"; nil when the failure is not about a call.
  public var provider: String?
  /// The operation that was called, as in "leads.upsert".
  public var operation: String?
  /// The HTTP status of the last answer; nil when there was none.
  public var status: Int?
  /// The provider's own word for the error, as in "validation_error".
  public var code: String?
  /// What to tell the provider's support.
  public var requestID: String?
  /// How many HTTP exchanges were made for the call.
  public var attempts: Int?
  /// What may help.
  public var hint: String?

  /// Creates a failure; the fields about a call are set afterwards.
  public init(
    _ kind: Kind, _ message: String, file: String? = nil, line: Int? = nil, traceback: String = "",
    hint: String? = nil
  ) {
    self.kind = kind
    self.message = message
    self.file = file
    self.line = line
    self.traceback = traceback
    self.hint = hint
  }

  /// Place and message in one line, as in `weekly.lua:12: prospectb2b leads.upsert: …`.
  public var description: String {
    let place = file.map { file in line.map { "\(file):\($0): " } ?? "\(file): " } ?? ""
    return place + message
  }
}

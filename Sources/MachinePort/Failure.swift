/// Why a run failed, and where in the recipe.
package struct Failure: Error, Equatable, Sendable {
  package enum Kind: UInt8, Sendable, CaseIterable {
    /// The recipe raised an error, or one of its calls did.
    case error = 0
    /// The text is no Lua.
    case syntax = 1
    /// The memory limit was reached.
    case memory = 2
    /// The host asked the machine to stop.
    case interrupted = 3
    /// A limit other than memory was reached.
    case limit = 4
    /// The machine itself is at fault.
    case `internal` = 5
  }

  package var kind: Kind
  package var message: String
  package var traceback: String
  package var file: String?
  package var line: Int?
  /// The fields of the error value, as JSON, when the recipe raised an error table.
  package var errorJSON: [UInt8]?

  package init(
    kind: Kind, message: String, traceback: String = "", file: String? = nil, line: Int? = nil,
    errorJSON: [UInt8]? = nil
  ) {
    self.kind = kind
    self.message = message
    self.traceback = traceback
    self.file = file
    self.line = line
    self.errorJSON = errorJSON
  }
}

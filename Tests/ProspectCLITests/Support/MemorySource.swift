@testable import ProspectCLI

/// Standard input out of a string.
struct MemorySource: ByteSource {
  var text = ""
  var isTerminal = false

  func readToEnd() -> [UInt8] { Array(text.utf8) }
}

internal import LuaBridge

/// Gives the rows of a file or a text in portions, so that a large export never stands in memory as
/// a whole.
final class CSVSource {
  private var parser: CSVParser
  private let file: GrantedFile?
  private var text: ArraySlice<UInt8>
  private var hasEnded = false

  private static let portionSize = 64 << 10

  init(file: GrantedFile, _ parser: CSVParser) {
    self.file = file
    self.parser = parser
    text = []
  }

  init(text: [UInt8], _ parser: CSVParser) {
    file = nil
    self.parser = parser
    self.text = text[...]
  }

  /// The next rows as a JSON array of objects; nil at the end.
  func rows() throws(LuaError) -> [UInt8]? {
    var output: [UInt8] = [UInt8(ascii: "[")]
    while output.count == 1 {
      if hasEnded { return nil }
      let portion = try nextPortion()
      do throws(CSVError) {
        try parse(portion, into: &output)
      } catch {
        throw LuaError(error.message)
      }
    }
    output[output.count - 1] = UInt8(ascii: "]")  // in place of the last comma
    return output
  }

  private func parse(_ portion: ArraySlice<UInt8>, into output: inout [UInt8]) throws(CSVError) {
    hasEnded = portion.isEmpty
    if hasEnded { return try parser.finish(into: &output) }
    // The closure cannot throw a typed error, so the result carries it out.
    let result: Result<Void, CSVError> = portion.withUnsafeBufferPointer { bytes in
      do throws(CSVError) {
        return .success(try parser.read(bytes, into: &output))
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }

  private func nextPortion() throws(LuaError) -> ArraySlice<UInt8> {
    if let file { return try file.portion()[...] }
    let portion = text.prefix(Self.portionSize)
    text = text.dropFirst(portion.count)
    return portion
  }
}

/// Where faults of the local providers are written: one on the command line, or a file of them.
///
/// What they mean, only the serving program knows.
package struct FaultSource: Sendable, Equatable {
  /// The option or the file, for errors.
  package let place: String
  /// Whether a line's number tells more than the place alone.
  package let isFile: Bool
  /// Faults, one in each line.
  package let text: String

  /// Those of the command line, then those of the files.
  ///
  /// - Parameter option: the name under which single faults are given.
  /// - Throws: `UsageError` for a file that cannot be read.
  @inline(never)
  static func collect(
    _ texts: [String], option: String, files: [String]
  ) throws -> [FaultSource] {
    var sources = texts.map { FaultSource(place: option, isFile: false, text: $0) }
    for path in files {
      guard let bytes = FileText.read(path) else {
        throw UsageError(
          message: "cannot read the faults in '\(path)'",
          hint: "give a readable file with one fault in each line")
      }
      sources.append(
        FaultSource(place: path, isFile: true, text: String(decoding: bytes, as: UTF8.self)))
    }
    return sources
  }
}

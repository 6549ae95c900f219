/// Text as one word of a shell command.
package enum ShellWord {
  /// `text`, in single quotes when the shell would not take it literally.
  package static func quoted(_ text: String) -> String {
    let isPlain = !text.isEmpty && text.utf8.allSatisfy { isLiteral(Unicode.Scalar($0)) }
    if isPlain { return text }
    return "'"
      + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#)
      + "'"
  }

  private static func isLiteral(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII else { return false }
    return scalar.properties.isAlphabetic || "0123456789_-./:@%+,=".unicodeScalars.contains(scalar)
  }
}

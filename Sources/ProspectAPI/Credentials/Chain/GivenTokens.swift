/// What came through one descriptor of `--token-fd`.
package struct GivenTokens: Sendable, Equatable {
  package let descriptor: Int32
  /// By the names of variables; with a provider's name instead, its key.
  private let values: [String: Secret]

  /// A mistake in what came; it never repeats a value.
  package struct Mistake: Error, Equatable {
    package let message: String
  }

  /// - Parameters:
  ///   - text: one key when `provider` is given, else lines `NAME=VALUE`, as `env` prints them.
  ///   - provider: whose key it is.
  package init(_ text: String, descriptor: Int32, provider: String?) throws(Mistake) {
    self.descriptor = descriptor
    let lines = text.split(whereSeparator: \.isNewline).map { String($0).trimmed }
      .filter { !$0.isEmpty && !$0.hasPrefix("#") }
    guard !lines.isEmpty else {
      throw Mistake(message: "descriptor \(descriptor) gave nothing")
    }
    if let provider {
      guard lines.count == 1 else {
        throw Mistake(message: "descriptor \(descriptor) gave more than one line for \(provider)")
      }
      values = [provider: Secret(lines[0])]
    } else {
      values = try Self.values(lines, descriptor)
    }
  }

  private static func values(
    _ lines: [String], _ descriptor: Int32
  ) throws(Mistake) -> [String: Secret] {
    var values: [String: Secret] = [:]
    for (index, line) in lines.enumerated() {
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, isVariable(parts[0]) else {
        throw Mistake(
          message: "line \(index + 1) of descriptor \(descriptor) is not NAME=VALUE")
      }
      values[String(parts[0])] = Secret(String(parts[1]))
    }
    return values
  }

  private static func isVariable(_ name: Substring) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy {
        $0.isDigit || $0 == UInt8(ascii: "_")
          || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
      }
  }

  /// The names of the variables that were given.
  package var variables: [String] { values.keys.filter { Self.isVariable($0[...]) }.sorted() }

  /// What was given under the name of a variable.
  func value(of variable: String) -> Secret? { values[variable] }

  /// The key that was given for a provider by name; such names are in lower case, those of variables are not.
  func key(of provider: String) -> Secret? { values[provider] }
}

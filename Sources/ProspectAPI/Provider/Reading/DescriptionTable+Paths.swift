internal import ProspectJSON

extension DescriptionTable {
  /// A path: the names that lead to a value, with dots; nil when absent.
  func path(_ name: String) throws(DescriptionError) -> String? {
    guard let text = try text(name) else { return nil }
    try requirePath(text, name)
    return text
  }

  /// A path, or a list of paths of which the first that leads to a value counts; empty when absent.
  func paths(_ name: String) throws(DescriptionError) -> [String] {
    if object[name]?.string != nil { return try path(name).map { [$0] } ?? [] }
    let paths = try texts(name)
    for path in paths { try requirePath(path, name) }
    return paths
  }

  /// Paths of which at least one must be there.
  func requiredPaths(_ name: String) throws(DescriptionError) -> [String] {
    let paths = try paths(name)
    guard !paths.isEmpty else { throw mistake(name, "is missing") }
    return paths
  }

  /// A path that must be there.
  func requiredPath(_ name: String) throws(DescriptionError) -> String {
    guard let path = try path(name) else { throw mistake(name, "is missing") }
    return path
  }

  private func requirePath(_ text: String, _ name: String) throws(DescriptionError) {
    let steps = text.split(separator: ".", omittingEmptySubsequences: false)
    guard steps.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { $0 > 0x20 } }) else {
      throw mistake(name, "\"\(text)\" is no path such as error.message")
    }
  }

  /// A whole number from `least` on; nil when absent.
  func count(_ name: String, atLeast least: Int = 0) throws(DescriptionError) -> Int? {
    guard let value = object[name] else { return nil }
    guard let count = value.integer, count >= least else {
      throw mistake(name, "must be a whole number of at least \(least), not \(value.text)")
    }
    return Int(count)
  }

  /// A length of time such as `30m` or `1h30m`; nil when absent.
  func duration(_ name: String) throws(DescriptionError) -> Duration? {
    guard let text = try text(name) else { return nil }
    guard let duration = DurationText.duration(text) else {
      throw mistake(name, "must be a number and one of s, m, h, d, as in \"24h\"")
    }
    return duration
  }

  /// Texts that must each be one of the known names.
  func names(_ name: String, among known: [String], _ what: String) throws(DescriptionError)
    -> [String]
  {
    let names = try texts(name)
    for wrong in names where !known.contains(wrong) {
      let suggestion = Suggestion.text(for: wrong, among: known)
      throw mistake(name, "there is no \(what) \"\(wrong)\"\(suggestion)")
    }
    return names
  }

  /// A word that must be there.
  func requiredWord<Word: RawRepresentable & CaseIterable>(
    _ name: String, _ type: Word.Type, as label: String? = nil, _ why: String = ""
  ) throws(DescriptionError) -> Word where Word.RawValue == String {
    guard let word = try word(name, type, as: label) else {
      throw mistake(name, "is missing" + why)
    }
    return word
  }

  /// Refuses a field that another one rules out, for it would be ignored silently.
  func refuse(_ name: String, _ why: String) throws(DescriptionError) {
    if object[name] != nil { throw mistake(name, why) }
  }
}

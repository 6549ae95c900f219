internal import ProspectJSON

/// One table of a provider's description, read field by field; every mistake names its place.
struct DescriptionTable {
  let path: String
  let object: JSONObject

  init(_ value: JSON?, path: String) throws(DescriptionError) {
    guard let object = value?.object else {
      throw DescriptionError(
        path: path, problem: "must be a table, not \(value?.kindName ?? "absent")")
    }
    self.path = path
    self.object = object
  }

  /// Refuses fields that are not in the list: a misspelt field would otherwise be ignored silently.
  func allow(only names: [String]) throws(DescriptionError) {
    for name in object.names where !names.contains(name) {
      throw DescriptionError(
        path: place(of: name), problem: "unknown field\(Suggestion.text(for: name, among: names))")
    }
  }

  func place(of name: String) -> String {
    let plain = name.utf8.allSatisfy { $0 == UInt8(ascii: "_") || $0.isLetterOrDigit }
    if path.isEmpty { return name }
    return plain ? "\(path).\(name)" : "\(path)[\"\(name)\"]"
  }

  func mistake(_ name: String, _ problem: String) -> DescriptionError {
    DescriptionError(path: place(of: name), problem: problem)
  }

  /// A text field; nil when absent.
  func text(_ name: String) throws(DescriptionError) -> String? {
    guard let value = object[name] else { return nil }
    guard let text = value.string, !text.isEmpty else {
      throw mistake(name, "must be a text, not \(value.kindName)")
    }
    return text
  }

  /// A text field that must be there.
  func requiredText(_ name: String) throws(DescriptionError) -> String {
    guard let text = try text(name) else { throw mistake(name, "is missing") }
    return text
  }

  /// A field that is one of a few words.
  ///
  /// - Parameter label: what the message calls it, when that is not the field's name.
  func word<Word: RawRepresentable & CaseIterable>(
    _ name: String, _ type: Word.Type, as label: String? = nil
  ) throws(DescriptionError) -> Word? where Word.RawValue == String {
    guard let text = try text(name) else { return nil }
    if let word = Word(rawValue: text) { return word }
    let words = Word.allCases.map(\.rawValue)
    let suggestion = Suggestion.text(for: text, among: words)
    throw mistake(
      name,
      "unknown \(label ?? name) \"\(text)\""
        + (suggestion.isEmpty ? "; one of \(words.joined(separator: ", "))" : suggestion))
  }

  /// A truth value; false when absent.
  func flag(_ name: String) throws(DescriptionError) -> Bool {
    guard let value = object[name] else { return false }
    guard let flag = value.bool else {
      throw mistake(name, "must be true or false, not \(value.kindName)")
    }
    return flag
  }

  /// A number; nil when absent.
  func number(_ name: String) throws(DescriptionError) -> Double? {
    guard let value = object[name] else { return nil }
    guard let number = value.number else {
      throw mistake(name, "must be a number, not \(value.kindName)")
    }
    return number
  }

  /// A list; empty when absent. Lua cannot tell an empty list from an empty table, so `{}` is one.
  func list(_ name: String) throws(DescriptionError) -> [JSON] {
    guard let value = object[name] else { return [] }
    if let object = value.object, object.members.isEmpty { return [] }
    guard let list = value.array else {
      throw mistake(name, "must be a list, not \(value.kindName)")
    }
    return list
  }

  /// A list of texts; empty when absent.
  func texts(_ name: String) throws(DescriptionError) -> [String] {
    var texts: [String] = []
    for value in try list(name) {
      guard let text = value.string else {
        throw mistake(name, "must hold texts only, not \(value.kindName)")
      }
      texts.append(text)
    }
    return texts
  }

  /// A table inside this one; nil when absent.
  func table(_ name: String) throws(DescriptionError) -> DescriptionTable? {
    guard let value = object[name] else { return nil }
    return try DescriptionTable(value, path: place(of: name))
  }
}

extension UInt8 {
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
  var isLetterOrDigit: Bool {
    isDigit || (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z")
  }
}

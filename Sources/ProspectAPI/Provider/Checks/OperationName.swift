internal import ProspectJSON

/// What an operation may be called: recipes write its name after the provider's, so each part must be a Lua name.
enum OperationName {
  private static let keywords: Set<Substring> = [
    "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in",
    "local", "nil", "not", "or", "repeat", "return", "then", "true", "until", "while",
  ]

  static func check(_ name: String, among described: DescriptionTable) throws(DescriptionError) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.allSatisfy(isLuaName) else {
      throw described.mistake(
        name, "the name of an operation is of the form resource.verb: letters, digits and _")
    }
    if let keyword = parts.first(where: keywords.contains) {
      throw described.mistake(name, "\"\(keyword)\" is a word of Lua, so no recipe can write it")
    }
    // A function has no fields: "leads" and "leads.list" cannot both be there.
    for count in 1..<max(parts.count, 1) {
      let prefix = parts.prefix(count).joined(separator: ".")
      guard described.object[prefix] == nil else {
        throw described.mistake(
          name, "there is an operation \"\(prefix)\", which can hold no other")
      }
    }
  }

  private static func isLuaName(_ part: Substring) -> Bool {
    guard let first = part.utf8.first, !first.isDigit else { return false }
    return part.utf8.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "_") }
  }
}

internal import ProspectReference

/// The functions and fields of a module, read from its editor types, so that a prompt and an editor offer the same.
enum ModuleMembers {
  /// By the names of the modules; one that is a function has none.
  static func all(of types: [ReferenceFile]) -> [String: [String]] {
    var members: [String: [String]] = [:]
    for file in types {
      guard let name = name(of: file) else { continue }
      members[name] = self.members(of: file.text, name)
    }
    return members
  }

  /// The name behind `---@meta`; nil for a file of classes, which is no module.
  private static func name(of file: ReferenceFile) -> String? {
    let words = file.text.prefix { $0 != "\n" }.split(separator: " ")
    return words.count == 2 ? String(words[1]) : nil
  }

  private static func members(of text: String, _ name: String) -> [String] {
    var members: [String] = []
    var isInClass = false
    for line in text.split(separator: "\n") {
      if line.hasPrefix("---@class ") { isInClass = line == "---@class \(name)" }
      for prefix in ["function \(name).", "\(name)."] where line.hasPrefix(prefix) {
        members.append(word(line.dropFirst(prefix.count)))
      }
      if isInClass, line.hasPrefix("---@field ") { members.append(word(line.dropFirst(10))) }
    }
    return members
  }

  private static func word(_ text: Substring) -> String {
    String(text.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
  }
}

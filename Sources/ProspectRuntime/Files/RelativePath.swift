/// A path that leads downward: no leading slash, no "..", no empty or "." components.
struct RelativePath: Sendable, Equatable {
  let components: [String]

  /// Reads the path that a recipe gave.
  ///
  /// - Throws: a refusal of kind `argument` when it names nothing, of kind `grant` when it leads upward.
  init(_ text: String) throws(RequestRefusal) {
    guard !text.utf8.contains(0) else {
      throw RequestRefusal(.argument, "a path cannot contain a zero byte")
    }
    components = text.split(separator: "/").map(String.init).filter { $0 != "." }
    guard !components.isEmpty else {
      throw RequestRefusal(.argument, "'\(text)' names no file")
    }
    guard !components.contains("..") else {
      throw RequestRefusal(
        .grant, "'\(text)' leads out of the granted folders",
        hint: "name files relative to the recipe's folder or the output folder, without '..'")
    }
  }

  var text: String { components.joined(separator: "/") }
  /// The last component.
  var name: String { components[components.count - 1] }
  /// The folders on the way to the last component.
  var folders: ArraySlice<String> { components.dropLast() }

  /// Files with this ending hold secrets: a recipe can have them written, and neither read nor replace them otherwise.
  static let secretEnding = ".secret"

  /// Compared byte by byte, as the system does: to Swift a letter and a mark behind it are another letter. In either case
  /// of letters, for there are file systems that see no difference.
  var isSecret: Bool {
    let ending = Self.secretEnding.utf8
    return name.utf8.suffix(ending.count).map { $0 | 0x20 }.elementsEqual(ending.map { $0 | 0x20 })
  }

  /// Whether a name on the way, or the last one, begins with a dot.
  var isHidden: Bool { components.contains { $0.utf8.first == UInt8(ascii: ".") } }
}

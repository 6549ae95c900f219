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
}

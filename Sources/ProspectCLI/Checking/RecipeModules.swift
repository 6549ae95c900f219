internal import ProspectRuntime

/// The Lua files that a recipe can `require`: `lib/x.lua` beside it is `lib.x`.
enum RecipeModules {
  /// How deep folders are looked into; deeper modules are rare, and a recipe may lie beside anything.
  private static let depth = 3
  private static let most = 10_000

  static func names(beside folder: String) -> [String] {
    var names: [String] = []
    collect(folder, "", depth, &names)
    return names
  }

  private static func collect(
    _ folder: String, _ prefix: String, _ depth: Int, _ names: inout [String]
  ) {
    guard depth > 0 else { return }
    for entry in FolderEntry.all(in: folder) where names.count < most {
      if entry.isFolder {
        collect("\(folder)/\(entry.name)", "\(prefix)\(entry.name).", depth - 1, &names)
      } else if let name = entry.luaName {
        names.append(prefix + name)
      }
    }
  }
}

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

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
    guard depth > 0, let stream = opendir(folder) else { return }
    defer { closedir(stream) }
    while let entry = readdir(stream), names.count < most {
      let isFolder = entry.pointee.d_type == UInt8(DT_DIR)
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard !name.hasPrefix(".") else { continue }
      if isFolder {
        collect("\(folder)/\(name)", "\(prefix)\(name).", depth - 1, &names)
      } else if name.hasSuffix(".lua") {
        names.append(prefix + name.dropLast(4))
      }
    }
  }
}

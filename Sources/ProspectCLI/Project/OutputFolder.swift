#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The folder for files, where nobody has named one.
enum OutputFolder {
  /// Its name, where the project has no other.
  private static let usual = "out"

  /// A project may come from a stranger, and /tmp belongs to everybody: a link there could lead a recipe anywhere.
  ///
  /// - Throws: `UsageError` when the folder lies, by a symbolic link, outside of the one that it should be in.
  static func requireOwn(_ project: ProjectFile?) throws(UsageError) {
    let base = project?.out == nil ? "." : project?.folder ?? "."
    let path = "\(base)/\(project?.out ?? usual)"
    guard let actual = resolvedPart(of: path), let home = resolved(base) else { return }
    guard actual == home || actual.hasPrefix(home == "/" ? home : home + "/") else {
      throw UsageError(
        message: "\(path) leads to \(actual) by a symbolic link",
        hint: "if that is meant, say so: --out \(actual)")
    }
  }

  /// Where the part of a path leads that is there already; the rest is made below it.
  private static func resolvedPart(of path: String) -> String? {
    var part = path[...]
    while !part.isEmpty {
      if let actual = resolved(String(part)) { return actual }
      part = part.lastIndex(of: "/").map { part[..<$0] } ?? ""
    }
    return nil
  }

  private static func resolved(_ path: String) -> String? {
    guard let text = realpath(path, nil) else { return nil }
    defer { free(text) }
    return String(cString: text)
  }
}

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension FileGrants {
  /// Settings and descriptions of providers say where credentials are sent. A recipe that could write them, because the output
  /// folder is that of the project, would say so itself in the next run.
  func refuseSettings(_ file: RelativePath) throws(RequestRefusal) {
    // There are file systems that see no difference between letters and their capitals.
    let isSettings = file.name.lowercased() == "prospect.yaml"
    guard isSettings || isDescription(file) else { return }
    throw RequestRefusal(
      .grant,
      "'\(file.text)' would say where credentials are sent: recipes do not write such files",
      hint: "name another file, or another output folder with --out")
  }

  private func isDescription(_ file: RelativePath) -> Bool {
    guard let descriptions else { return false }
    let place = "\(Self.real(output.path))/\(file.text)".lowercased()
    return place.hasPrefix(Self.real(descriptions).lowercased() + "/")
  }

  /// The path without links. Of one that is not there yet, as much as is there.
  private static func real(_ path: String) -> String {
    if let resolved = realpath(path, nil) {
      defer { free(resolved) }
      return String(cString: resolved)
    }
    guard path != "/", path != ".", !path.isEmpty else { return path }
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    let parent = parts.dropLast().joined(separator: "/")
    let above = path.hasPrefix("/") ? "/\(parent)" : parent.isEmpty ? "." : parent
    let resolved = real(above)
    return resolved == "/" ? "/\(parts.last ?? "")" : "\(resolved)/\(parts.last ?? "")"
  }
}

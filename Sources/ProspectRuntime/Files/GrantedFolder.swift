internal import CSystemShims

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A folder of the host beneath which a recipe may reach, and never beside or above it.
struct GrantedFolder: Sendable, Equatable {
  /// The folder as it was configured.
  let path: String

  /// What a path of the recipe means within this folder; nil when it is absolute and lies elsewhere.
  ///
  /// A recipe may also name a file as a person at the terminal would, with the folder in front.
  func locate(_ text: String) throws(RequestRefusal) -> RelativePath? {
    let prefix = path.hasSuffix("/") ? path : path + "/"
    if text.hasPrefix(prefix) { return try RelativePath(String(text.dropFirst(prefix.count))) }
    return text.hasPrefix("/") ? nil : try RelativePath(text)
  }

  /// Opens a file for reading; nil when there is none.
  ///
  /// - Throws: a refusal when it is no regular file, unreadable, or behind a symbolic link.
  func open(_ file: RelativePath) throws(RequestRefusal) -> OpenFile? {
    guard let folder = openSelf() else { return nil }
    defer { close(folder) }
    // A pipe without a writer would block the open, and then it is refused anyway.
    let descriptor = csys_open_beneath(folder, file.text, O_RDONLY | O_NONBLOCK, 0)
    switch -descriptor {
    case ENOENT, ENOTDIR: return nil
    case ELOOP, EXDEV:
      throw RequestRefusal(.grant, "'\(file.text)' leads through a symbolic link")
    case 1...: throw RequestRefusal(.grant, "'\(file.text)': \(systemMessage(-descriptor))")
    default: return try OpenFile(descriptor, path: file.text)
    }
  }

  /// The content of a text that is part of a program; nil when there is none.
  func readText(_ file: RelativePath) throws(RequestRefusal) -> [UInt8]? {
    guard let opened = try open(file) else { return nil }
    defer { opened.close() }
    guard let text = readAll(opened.descriptor, atMost: Recipe.maximumLength),
      text.count <= Recipe.maximumLength
    else { throw RequestRefusal(.argument, "'\(file.text)' cannot be read, or is too long") }
    return text
  }

  /// The folder itself; nil when there is no such folder.
  func openSelf() -> Int32? {
    let folder = systemOpen(path, O_RDONLY | O_DIRECTORY)
    return folder < 0 ? nil : folder
  }
}

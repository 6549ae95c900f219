internal import ProspectAPI

/// The folders that a run may reach.
///
/// File systems can be slow, so nothing here runs on the host's loop.
struct FileGrants: Sendable {
  /// Where the run may write, and reads first.
  let output: GrantedFolder
  /// Where else it may read: the recipe's folder, then what the host granted.
  let readable: [GrantedFolder]
  /// Where descriptions of providers lie; nil when nothing is read from there.
  let descriptions: String?

  init(output: String, readable: [String], descriptions: String? = nil) {
    self.output = GrantedFolder(path: output)
    self.readable = readable.map(GrantedFolder.init(path:))
    self.descriptions = descriptions
  }

  /// Opens a file for reading, in the first granted folder that has it.
  @concurrent
  func open(_ path: String) async throws(RequestRefusal) -> OpenFile {
    var wasLocated = false
    for folder in [output] + readable {
      guard let file = try folder.locate(path) else { continue }
      try refusePrivate(file)
      wasLocated = true
      if let opened = try folder.open(file) { return opened }
    }
    let places = ([output] + readable).map(\.path).joined(separator: ", ")
    guard wasLocated else {
      throw RequestRefusal(
        .grant, "'\(path)' is in no granted folder", hint: "files can be read in \(places)")
    }
    throw RequestRefusal(.argument, "there is no file '\(path)'", hint: "looked in \(places)")
  }

  /// Writes a file whole, without secrets, and returns its path within the output folder.
  @concurrent
  func write(
    _ path: String, _ bytes: [UInt8], without secrets: SecretRegister
  ) async throws(RequestRefusal) -> String {
    try finish(try await makePart(path), secrets.redact(bytes, .input))
  }

  /// Writes a secret into a file that only its owner can read, and recipes never: its name ends in `.secret`. Returns its
  /// path within the output folder.
  @concurrent
  func writeSecret(_ path: String, _ bytes: [UInt8]) async throws(RequestRefusal) -> String {
    var file = try locate(path)
    try refuseHidden(file)
    try refuseSettings(file)
    if !file.isSecret { file = try RelativePath(file.text + RelativePath.secretEnding) }
    return try finish(try PartFile(for: file, in: output, mode: 0o600), bytes)
  }

  private func finish(_ part: PartFile, _ bytes: [UInt8]) throws(RequestRefusal) -> String {
    do throws(RequestRefusal) {
      try part.write(bytes)
    } catch {
      part.discard()
      throw error
    }
    try part.commit()
    return part.path.text
  }

  /// Looks at the path that is opened, not at the words that lead there.
  private func refusePrivate(_ file: RelativePath) throws(RequestRefusal) {
    try refuseHidden(file)
    guard file.isSecret else { return }
    throw RequestRefusal(
      .grant, "'\(file.text)' is the name of a file that holds a secret",
      hint: "recipes cannot read such files; `secret:save` writes them")
  }

  private func refuseHidden(_ file: RelativePath) throws(RequestRefusal) {
    guard file.isHidden else { return }
    throw RequestRefusal(
      .grant,
      "'\(file.text)' is hidden: recipes reach no file or folder whose name begins with a dot",
      hint: "such files are settings and keys of other programs")
  }

  /// Begins a file in the output folder.
  @concurrent
  func makePart(_ path: String) async throws(RequestRefusal) -> PartFile {
    let file = try locate(path)
    try refusePrivate(file)
    try refuseSettings(file)
    return try PartFile(for: file, in: output)
  }

  /// The place of a file to be written.
  private func locate(_ path: String) throws(RequestRefusal) -> RelativePath {
    guard let file = try output.locate(path) else {
      throw RequestRefusal(
        .grant, "'\(path)' is not in the output folder",
        hint: "files are written to \(output.path); name them relative to it")
    }
    return file
  }

  /// Puts a finished file into its place, without secrets that may have come in it.
  @concurrent
  func commit(_ part: PartFile, without secrets: SecretRegister) async throws(RequestRefusal) {
    do throws(RequestRefusal) {
      try part.hideSecrets(secrets)
    } catch {
      part.discard()
      throw error
    }
    try part.commit()
  }

  /// Removes an unfinished file.
  @concurrent
  func discard(_ part: PartFile) async { part.discard() }

  /// The text of a module that lies beside the recipe; nil when there is none.
  @concurrent
  func moduleText(_ path: RelativePath, in folder: String) async throws(RequestRefusal) -> [UInt8]?
  {
    try GrantedFolder(path: folder).readText(path)
  }
}

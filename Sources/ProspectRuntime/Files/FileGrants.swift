/// The folders that a run may reach.
///
/// File systems can be slow, so nothing here runs on the host's loop.
struct FileGrants: Sendable {
  /// Where the run may write, and reads first.
  let output: GrantedFolder
  /// Where else it may read: the recipe's folder, then what the host granted.
  let readable: [GrantedFolder]

  init(output: String, readable: [String]) {
    self.output = GrantedFolder(path: output)
    self.readable = readable.map(GrantedFolder.init(path:))
  }

  /// Opens a file for reading, in the first granted folder that has it.
  @concurrent
  func open(_ path: String) async throws(RequestRefusal) -> OpenFile {
    var wasLocated = false
    for folder in [output] + readable {
      guard let file = try folder.locate(path) else { continue }
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

  /// Writes a file whole and returns its path within the output folder.
  @concurrent
  func write(_ path: String, _ bytes: [UInt8]) async throws(RequestRefusal) -> String {
    let part = try await makePart(path)
    do throws(RequestRefusal) {
      try part.write(bytes)
    } catch {
      part.discard()
      throw error
    }
    try part.commit()
    return part.path.text
  }

  /// Begins a file in the output folder.
  @concurrent
  func makePart(_ path: String) async throws(RequestRefusal) -> PartFile {
    guard let file = try output.locate(path) else {
      throw RequestRefusal(
        .grant, "'\(path)' is not in the output folder",
        hint: "files are written to \(output.path); name them relative to it")
    }
    return try PartFile(for: file, in: output)
  }

  /// Puts a finished file into its place.
  @concurrent
  func commit(_ part: PartFile) async throws(RequestRefusal) { try part.commit() }

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

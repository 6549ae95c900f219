internal import CSystemShims

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A file that is being written beside its final place, so that nobody ever sees half of it.
///
/// Ends with exactly one `commit()` or `discard()`.
struct PartFile: Sendable {
  /// Where its bytes go.
  let descriptor: Int32
  /// The path within the output folder that it will have.
  let path: RelativePath
  private let folder: Int32
  private let partName: String

  /// Creates an empty part, and the folders on the way to it.
  ///
  /// - Parameter mode: who may do what with it, as far as the process lets new files have it.
  init(
    for path: RelativePath, in output: GrantedFolder, mode: UInt32 = 0o666
  ) throws(RequestRefusal) {
    let folder = try Self.makeFolder(path.folders, in: output)
    let partName = ".\(path.name).\(String(UInt64.random(in: 0 ... .max), radix: 36)).part"
    let descriptor = csys_open_beneath(folder, partName, O_RDWR | O_CREAT | O_EXCL, mode)
    guard descriptor >= 0 else {
      close(folder)
      throw Self.refusal(path, -descriptor)
    }
    self.descriptor = descriptor
    self.path = path
    self.folder = folder
    self.partName = partName
  }

  /// Appends bytes; blocks until they are written.
  func write(_ bytes: [UInt8]) throws(RequestRefusal) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Self.writeOnce(descriptor, $0) }
      guard count >= 0 else { throw Self.refusal(path, -Int32(count)) }
      rest = rest.dropFirst(count)
    }
  }

  /// Puts the file into its place, over an earlier one.
  func commit() throws(RequestRefusal) {
    defer { close(folder) }
    let failed = close(descriptor) != 0 || renameat(folder, partName, folder, path.name) != 0
    guard failed else { return }
    let reason = errno
    unlinkat(folder, partName, 0)
    throw Self.refusal(path, reason)
  }

  /// Removes what was written.
  func discard() {
    close(descriptor)
    unlinkat(folder, partName, 0)
    close(folder)
  }

  private static func writeOnce(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    while true {
      let count = systemWrite(file, bytes)
      if count >= 0 { return count }
      if errno != EINTR { return -Int(errno) }
    }
  }

  private static func makeFolder(
    _ names: ArraySlice<String>, in output: GrantedFolder
  ) throws(RequestRefusal) -> Int32 {
    makeWithParents(output.path)
    guard var folder = output.openSelf() else {
      throw RequestRefusal(
        .grant, "the output folder \(output.path) cannot be made: \(systemMessage(errno))")
    }
    for name in names {
      mkdirat(folder, name, 0o777)
      let inner = csys_open_beneath(folder, name, O_RDONLY | O_DIRECTORY, 0)
      close(folder)
      guard inner >= 0 else {
        throw RequestRefusal(
          .grant, "the folder '\(name)' cannot be made: \(systemMessage(-inner))")
      }
      folder = inner
    }
    return folder
  }

  /// Makes the output folder; that it exists already, or cannot be made, shows when it is opened.
  private static func makeWithParents(_ path: String) {
    for index in path.indices.dropFirst() where path[index] == "/" {
      mkdir(String(path[..<index]), 0o777)
    }
    mkdir(path, 0o777)
  }

  static func refusal(_ path: RelativePath, _ reason: Int32) -> RequestRefusal {
    RequestRefusal(.grant, "cannot write '\(path.text)': \(systemMessage(reason))")
  }
}

internal import MachinePort
internal import ProspectAPI
internal import ProspectJSON
internal import ProspectJournal

extension MachineHost {
  /// Opens a granted file for the machine to read.
  func open(_ path: String) async throws(RequestRefusal) -> Reply {
    let file = try await grants.open(path)
    let facts: JSON = ["size": .integer(Int64(file.size)), "path": .string(file.path)]
    return .value(json: facts.encoded, descriptor: file.descriptor)
  }

  /// Writes a file into the output folder.
  func write(_ path: String, _ bytes: [UInt8]) async throws(RequestRefusal) -> Reply {
    // Before anything is done with so many bytes.
    guard budget.take(bytes.count) else {
      throw RequestRefusal(
        .limit, "the recipe wrote more than \(limits.files.inByteWords) to files",
        hint: "write less, or raise the limit files")
    }
    return await step("files.write", .natural, arguments: Array(path.utf8) + [0] + bytes) {
      _ throws(RequestRefusal) in
      let path = try await grants.write(path, bytes, without: services.secrets)
      let facts: JSON = ["path": .string(path)]
      return .succeeded(response: facts.encoded, facts: [])
    }
  }
}

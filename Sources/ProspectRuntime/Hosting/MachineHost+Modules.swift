internal import ProspectAPI
internal import ProspectJSON

extension MachineHost {
  /// What `require` means by a name that is no module of the runtime's own.
  ///
  /// Providers come first, so that no file can take the place of one; then the host's functions, then files beside the
  /// recipe.
  func module(_ name: String) async throws(RequestRefusal) -> JSON {
    if let entry = try await services.providers.entry(name) {
      return ["kind": "provider", "description": entry.description]
    }
    let functions = services.functions.names(in: name)
    guard functions.isEmpty else {
      return ["kind": "functions", "names": .array(functions.map { .string($0) })]
    }
    let file = try Self.moduleFile(name)
    if let folder = task.recipe.folder, let text = try await grants.moduleText(file, in: folder) {
      return [
        "kind": "source", "name": .string("@" + file.text),
        "source": .string(String(decoding: text, as: UTF8.self)),
      ]
    }
    throw RequestRefusal(
      .usage, "there is no module '\(name)'",
      hint: """
        it is no provider (\(BuiltInDescriptions.names.joined(separator: ", "))), no module of the runtime or the \
        host, and there is no \(file.text) beside the recipe
        """)
  }

  /// `lib.x` lies in lib/x.lua.
  private static func moduleFile(_ name: String) throws(RequestRefusal) -> RelativePath {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && !$0.contains("/") && !$0.utf8.contains(0) }) else {
      throw RequestRefusal(
        .usage, "'\(name)' is no module name",
        hint: "write require \"lib.x\" for the file lib/x.lua")
    }
    return try RelativePath(parts.joined(separator: "/") + ".lua")
  }
}

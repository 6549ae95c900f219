internal import ProspectAPI
internal import ProspectReference
internal import ProspectRuntime

/// The editor types of everything that a recipe can name.
enum EditorTypes {
  static func files(of providers: [Provider]) -> [ReferenceFile] {
    ReferenceFile.types(
      of: providers, modules: StdlibModules.all.map { (name: $0.name, source: $0.source) })
  }

  /// Whether recipes find something of this name without `require`.
  static func isGlobal(_ name: String) -> Bool {
    name == "json" || name == "meta" || StdlibModules.all.contains { $0.name == name }
  }
}

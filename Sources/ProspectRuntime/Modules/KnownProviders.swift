package import ProspectAPI

/// The providers that this program knows, for commands that tell of them: the built-in ones, the optional ones among them
/// too, and those of a folder.
package enum KnownProviders {
  /// The names of the built-in ones.
  package static var builtInNames: [String] { BuiltInDescriptions.names }

  /// All of them, the built-in ones first, each group in the order of the names.
  ///
  /// - Parameters:
  ///   - folder: where further descriptions lie, one `NAME.lua` each; a folder that is not there holds none.
  ///   - environment: may hold base URLs to use instead of the described ones.
  /// - Throws: `RuntimeError.Code.configuration` that names the wrong field of a wrong description.
  package static func all(
    folder: String? = nil, environment: [String: String] = [:]
  ) throws(RuntimeError) -> [Provider] {
    let builtIn = BuiltInDescriptions.names
    let own = (folder.map(FolderEntry.all) ?? []).compactMap(\.luaName).filter {
      !builtIn.contains($0)
    }
    // To tell of a provider is not to use it, so no grant is asked for.
    let catalog = ProviderCatalog(
      folder: folder, granted: Set(builtIn + own),
      place: DescriptionReader.Place(
        isolation: .worker(), environment: RuntimeConfiguration.processEnvironment),
      environment: environment)
    var providers: [Provider] = []
    for name in builtIn + own {
      do throws(RequestRefusal) {
        if let entry = try catalog.read(name) { providers.append(entry.provider) }
      } catch {
        throw RuntimeError(
          .configuration, [error.message, error.hint].compactMap(\.self).joined(separator: "; "))
      }
    }
    return providers
  }
}

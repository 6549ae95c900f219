package import ProspectAPI

/// A file that is written from the descriptions and never by hand.
package struct ReferenceFile: Sendable, Equatable {
  /// Below the folder where the files go.
  package let path: String
  package let text: String

  /// A module of the standard library: its name and its Lua text.
  package typealias Module = (name: String, source: String)

  /// The reference pages, one a provider.
  package static func pages(of providers: [Provider]) -> [ReferenceFile] {
    providers.map { ReferenceFile(path: "\($0.name).md", text: ProviderMarkdown.text($0)) }
  }

  /// The editor types of all that a recipe can name.
  ///
  /// - Parameter modules: the files of stdlib/; those of the machine begin with `machine/`.
  package static func types(of providers: [Provider], modules: [Module]) -> [ReferenceFile] {
    let own = modules.filter { !$0.name.contains("/") }.map { module in
      ReferenceFile(
        path: "\(module.name).lua", text: ModuleTypes.text(module.source, name: module.name))
    }
    let described = providers.map {
      ReferenceFile(path: "\($0.name).lua", text: ProviderTypes.text($0))
    }
    let machine = [
      ReferenceFile(path: "json.lua", text: BuiltInTypes.json), common(modules), meta(modules),
    ]
    return (own + described + machine.compactMap(\.self)).sorted { $0.path < $1.path }
  }

  private static func common(_ modules: [Module]) -> ReferenceFile {
    var lines = ["---@meta", "-- Written by prospect-run; changes are lost.", ""]
    lines += BuiltInTypes.common
    for name in ["machine/errors", "machine/pager", "machine/job"] {
      lines += modules.first { $0.name == name }.map { ModuleTypes.classes($0.source) } ?? []
    }
    return ReferenceFile(path: "prospect.lua", text: lines.joined(separator: "\n"))
  }

  /// `meta` is a global that lies among the parts of the machine.
  private static func meta(_ modules: [Module]) -> ReferenceFile? {
    modules.first { $0.name == "machine/meta" }.map {
      ReferenceFile(path: "meta.lua", text: ModuleTypes.text($0.source, name: "meta"))
    }
  }
}

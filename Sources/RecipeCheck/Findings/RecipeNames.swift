package import ProspectAPI

/// The names that a recipe may use.
package struct RecipeNames: Sendable {
  let providers: [String: Provider]
  /// What else can be required: modules of the standard library, and files.
  let modules: Set<String>
  /// Where `http.request` may send to.
  let hosts: Set<Origin>

  package init(providers: [Provider], modules: [String], hosts: Set<Origin> = []) {
    self.hosts = hosts
    self.providers = Dictionary(uniqueKeysWithValues: providers.map { ($0.name, $0) })
    self.modules = Set(modules)
  }

  func suggestion(forModule name: String) -> String {
    Suggestion.text(for: name, among: Array(providers.keys) + modules)
  }
}

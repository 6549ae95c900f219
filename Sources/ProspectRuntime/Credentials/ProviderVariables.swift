internal import CSystemShims

/// The variables of an environment that hold credentials: all that begin with a provider's name, and the secrets of
/// recipes.
///
/// They are told by the name because that needs no description to be evaluated; a description names no variable that
/// begins otherwise. `NAME_BASE_URL` and `NAME…_FILE` are no secrets.
package struct ProviderVariables: Sendable {
  private let prefixes: [String]

  /// - Parameter granted: providers that are used besides the built-in ones.
  package init(granted: Set<String> = []) {
    prefixes = (BuiltInDescriptions.names + granted.sorted()).map { "\($0.uppercased())_" }
  }

  init(of configuration: RuntimeConfiguration) {
    self.init(granted: configuration.grantedProviders)
  }

  func contains(_ name: String) -> Bool {
    if name.hasPrefix(HTTPGrants.prefix) { return true }
    return !name.hasSuffix("_BASE_URL") && !name.hasSuffix("_FILE")
      && prefixes.contains { name.hasPrefix($0) }
  }

  /// An environment without them.
  package func removed(from environment: [String: String]) -> [String: String] {
    environment.filter { !contains($0.key) }
  }

  /// Removes them from this process: no child inherits them, and `/proc/PID/environ` shows them no more. What was read
  /// from there before stays where it is.
  ///
  /// Nobody may read or change the environment of the process meanwhile, so this is for a program of one thread, at its
  /// start.
  package func forget() {
    for name in RuntimeConfiguration.processEnvironment.keys where contains(name) {
      csys_forget_variable(name)
    }
  }
}

internal import ProspectAPI
internal import ProspectJSON

/// The providers that recipes of a runtime can call, each evaluated, checked and frozen once, when it is first asked for.
final class ProviderCatalog: Sendable {
  /// A provider in both its forms.
  struct Entry: Sendable {
    /// What the host goes by.
    let provider: Provider
    /// What a machine makes its functions from.
    let description: JSON
  }

  private let environment: [String: String]
  private let granted: Set<String>
  private let remoteOnly: [String: String]
  private let folder: GrantedFolder?
  private let place: DescriptionReader.Place
  private let entries = Locked<[String: Entry]>([:])

  /// - Parameters:
  ///   - folder: where further descriptions lie; nil for the built-in ones only.
  ///   - granted: the further ones, and the optional built-in ones, that recipes may use.
  ///   - place: where the further ones are evaluated.
  ///   - remoteOnly: providers that are used on the internet only, by name, and what would change that.
  ///   - environment: may hold base URLs to use instead of the described ones.
  init(
    folder: String?, granted: Set<String>, remoteOnly: [String: String] = [:],
    place: DescriptionReader.Place, environment: [String: String]
  ) {
    self.granted = granted
    self.remoteOnly = remoteOnly
    self.place = place
    self.folder = folder.map(GrantedFolder.init(path:))
    self.environment = environment
  }

  /// The provider of that name; nil when there is none.
  ///
  /// - Throws: a refusal of kind `usage` when its description, or the base URL to use instead, is wrong.
  func entry(_ name: String) async throws(RequestRefusal) -> Entry? {
    if let known = entries.withLock({ $0[name] }) { return known }
    guard let loaded = try await load(name) else { return nil }
    entries.withLock { $0[name] = loaded }
    return loaded
  }

  /// Off the loop, for it reads files and runs Lua. A built-in description cannot be replaced by a file.
  @concurrent
  private func load(_ name: String) async throws(RequestRefusal) -> Entry? {
    try read(name)
  }

  /// Reads and freezes a description, without keeping it.
  func read(_ name: String) throws(RequestRefusal) -> Entry? {
    guard name.utf8.allSatisfy(\.isNameByte) else { return nil }
    let file = "\(name).lua"
    if let source = BuiltInDescriptions.source(file) {
      let description = try DescriptionReader.read(ownText: source, name: "providers/\(file)")
      let entry = try freeze(description, name: name, file: "stdlib/providers/\(file)")
      if entry.provider.isOptional { try requireGrant(name) }
      return entry
    }
    guard let folder, let source = try folder.readText(RelativePath(file)) else { return nil }
    // Before it is evaluated: nobody has said that this file may be trusted.
    try requireGrant(name)
    // Lua cuts long names of files; the hint has the whole one.
    let description = try DescriptionReader.read(
      source, name: "providers/\(file)", at: place)
    let entry = try freeze(description, name: name, file: "\(folder.path)/\(file)")
    try requireOwnVariables(entry.provider)
    return entry
  }

  /// A description could otherwise send whatever the environment holds, and other providers' keys, to its own address.
  private func requireOwnVariables(_ provider: Provider) throws(RequestRefusal) {
    let prefix = "\(provider.name.uppercased())_"
    let login = provider.authentication?.login
    let variables = [
      provider.authentication?.environment, login?.usernameVariable, login?.passwordVariable,
    ]
    // PROSPECTB2B_API_KEY also begins with the name of a provider called prospectb2b_api, or PROSPECTB2B.
    let others = BuiltInDescriptions.names.map { "\($0.uppercased())_" }
    for case let variable? in variables
    where !variable.hasPrefix(prefix) || others.contains(where: { variable.hasPrefix($0) }) {
      throw RequestRefusal(
        .usage,
        "the provider '\(provider.name)' cannot be used: it names the variable \(variable) of the environment",
        hint: "its variables must begin with \(prefix), as \(prefix)API_KEY does, "
          + "and not with the name of a built-in provider")
    }
  }

  private func requireGrant(_ name: String) throws(RequestRefusal) {
    guard !granted.contains(name) else { return }
    throw RequestRefusal(
      .grant, "recipes may not use the provider '\(name)' here",
      hint: "grant it with --provider \(name), or with `providers: [\(name)]` in prospect.yaml")
  }

  /// A request to the user's own machine or network does harm without any credential: what listens there trusts whoever
  /// can reach it. A name that leads there is refused when it is connected to.
  private func requireInternet(_ provider: Provider) throws(RequestRefusal) {
    let origin = provider.baseURL.origin
    guard let hint = remoteOnly[provider.name], !origin.networks.isEmpty else { return }
    throw RequestRefusal(
      .grant,
      "the provider '\(provider.name)' cannot be used: the project says that it is at "
        + "\(origin.text), and nobody has allowed it to reach your own machine or network",
      hint: hint)
  }

  private func freeze(
    _ description: JSON, name: String, file: String
  ) throws(RequestRefusal) -> Entry {
    let override = environment["\(name.uppercased())_BASE_URL"].flatMap { $0.isEmpty ? nil : $0 }
    let wrong = { (problem: String) in
      RequestRefusal(
        .usage, "the provider '\(name)' cannot be used: \(problem)", hint: "see \(file)")
    }
    let provider: Provider
    do throws(DescriptionError) {
      provider = try Provider(description: description, baseURLOverride: override)
    } catch {
      throw wrong(error.description)
    }
    guard provider.name == name else { throw wrong("it is called '\(provider.name)' inside") }
    try requireInternet(provider)
    return Entry(provider: provider, description: description)
  }
}

extension UInt8 {
  /// Whether this may be part of a provider's name.
  fileprivate var isNameByte: Bool {
    self == UInt8(ascii: "_") || (self | 32) &- UInt8(ascii: "a") < 26
      || self &- UInt8(ascii: "0") < 10
  }
}

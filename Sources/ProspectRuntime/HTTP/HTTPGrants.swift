internal import ProspectAPI

/// What recipes may reach beside providers: hosts, and secrets of the environment that belong to one of them.
///
/// Nothing unless the project, or who runs it, says so.
struct HTTPGrants: Sendable {
  private let hosts: [Origin: GrantedHost]
  /// The origins of secrets, by the names of their variables.
  private let secrets: [String: Origin]
  private let environment: [String: String]

  /// What the variables of secrets begin with. A project that came from a stranger could otherwise have any variable of
  /// whoever runs it sent away, a provider's key among them.
  static let prefix = "RECIPE_"

  /// - Throws: `RuntimeError.Code.configuration` when a host is none, or a secret belongs to a host that is not granted.
  init(_ configuration: RuntimeConfiguration) throws(RuntimeError) {
    var hosts: [Origin: GrantedHost] = [:]
    for text in configuration.httpHosts {
      let host = try Self.host(text)
      hosts[host.origin] = host
    }
    var secrets: [String: Origin] = [:]
    for (name, text) in configuration.httpSecrets.sorted(by: { $0.key < $1.key }) {
      guard name.hasPrefix(Self.prefix) else {
        throw RuntimeError(
          .configuration,
          "the secret \(name) cannot be used: its name must begin with \(Self.prefix)")
      }
      let origin = try Self.host(text).origin
      guard hosts[origin] != nil else {
        throw RuntimeError(
          .configuration,
          "the secret \(name) belongs to \(origin.text), which `http` does not grant")
      }
      secrets[name] = origin
    }
    self.hosts = hosts
    self.secrets = secrets
    environment = configuration.environment
  }

  private static func host(_ text: String) throws(RuntimeError) -> GrantedHost {
    do throws(DescriptionError) { return try GrantedHost(text) } catch {
      throw RuntimeError(.configuration, error.description)
    }
  }

  /// The granted host at an origin.
  func host(at origin: Origin) throws(RequestRefusal) -> GrantedHost {
    if let host = hosts[origin] { return host }
    throw RequestRefusal(
      .grant, "recipes may not send requests to \(origin.text) here",
      hint: origin.grantHint)
  }

  /// A secret of the environment and the origin that it belongs to.
  func secret(_ name: String) throws(RequestRefusal) -> (text: Secret, origin: Origin) {
    guard let origin = secrets[name] else {
      throw RequestRefusal(
        .grant, "recipes may not use the secret \(name) here",
        hint: "grant it with `secrets: { \(name): HOST }` in prospect.yaml")
    }
    let text = environment[name]?.trimmed ?? ""
    guard !text.isEmpty else {
      throw RequestRefusal(
        .credential, "there is no secret \(name)", hint: "set \(name) in the environment")
    }
    guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
      throw RequestRefusal(
        .credential, "\(name) holds a character that no header field can hold",
        hint: "look for line breaks inside \(name)")
    }
    return (Secret(text), origin)
  }
}

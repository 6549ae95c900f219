internal import ProspectAPI
internal import ProspectJSON
internal import ProspectRuntime

/// What a project's file wants that could harm its user: programs to start, other places for the keys of the built-in
/// providers, variables of the environment for its own providers and requests, and hosts in its user's own network.
/// A project may come from a stranger, so none of it counts before the user has allowed it.
struct ProjectWishes: Equatable {
  /// The words of a command by provider.
  var helpers: [String: [String]] = [:]
  /// Base URLs by built-in provider.
  var moves: [String: String] = [:]
  /// Providers that the project describes itself, which may be in its user's own network.
  var providers: Set<String> = []
  /// Hosts by variable.
  var secrets: [String: String] = [:]
  /// What `http` names on this machine or in a private network, and `private_hosts`.
  var nearHosts: Set<String> = []

  var isEmpty: Bool { self == ProjectWishes() }

  init() {}

  init(_ project: ProjectFile) {
    helpers = project.credentialHelpers
    moves = project.baseURLs.filter { KnownProviders.builtInNames.contains($0.key) }
    providers = Set(project.providers).subtracting(KnownProviders.builtInNames)
    secrets = project.httpSecrets
    nearHosts = Set(project.privateHosts).union(project.httpHosts.filter(Self.isNear))
  }

  /// Whether a host is named by an address that is not on the internet: naming it opens that very network.
  static func isNear(_ host: String) -> Bool {
    (try? GrantedHost(host)).map { !$0.origin.networks.isEmpty } ?? true
  }

  /// One line for each, for people.
  var lines: [String] {
    let starts = helpers.sorted { $0.key < $1.key }.map { (provider, words) -> String in
      let command = words.map(ShellWord.quoted).joined(separator: " ")
      let whom = provider == RuntimeConfiguration.everyProvider ? "every provider" : provider
      return "starts for the credentials of \(whom): \(command)"
    }
    let sent = moves.sorted { $0.key < $1.key }.map { "sends the key of \($0.key) to \($0.value)" }
    let own = providers.sorted().map {
      "gives its own provider \($0) the variables \($0.uppercased())_*, "
        + "and lets it be in your own network"
    }
    let bound = secrets.sorted { $0.key < $1.key }.map {
      "gives requests to \($0.value) the variable \($0.key)"
    }
    let near = nearHosts.sorted().map { "reaches \($0) in your own network" }
    return (starts + sent + own + bound + near).map(PlainText.line)
  }
}

extension ProjectWishes {
  init?(_ value: JSON) {
    guard let helpers = value["credential_helpers"]?.object,
      let moves = value["base_urls"]?.object
    else { return nil }
    for helper in helpers.members {
      self.helpers[helper.name] = (helper.value.array ?? []).compactMap(\.string)
    }
    for move in moves.members { self.moves[move.name] = move.value.string }
    for secret in value["secrets"]?.object?.members ?? [] {
      secrets[secret.name] = secret.value.string
    }
    providers = Set((value["providers"]?.array ?? []).compactMap(\.string))
    nearHosts = Set((value["near_hosts"]?.array ?? []).compactMap(\.string))
  }

  var json: JSON {
    let helpers = self.helpers.sorted { $0.key < $1.key }.map {
      JSONObject.Member(name: $0.key, value: .array($0.value.map(JSON.string)))
    }
    let moves = self.moves.sorted { $0.key < $1.key }.map {
      JSONObject.Member(name: $0.key, value: .string($0.value))
    }
    let secrets = self.secrets.sorted { $0.key < $1.key }.map {
      JSONObject.Member(name: $0.key, value: .string($0.value))
    }
    return [
      "credential_helpers": .object(JSONObject(helpers)), "base_urls": .object(JSONObject(moves)),
      "providers": .array(providers.sorted().map(JSON.string)),
      "secrets": .object(JSONObject(secrets)),
      "near_hosts": .array(nearHosts.sorted().map(JSON.string)),
    ]
  }
}

internal import ProspectAPI
internal import ProspectJSON
internal import ProspectRuntime

/// What a project's file wants that could harm its user: programs to start, and other places for the keys of the built-in
/// providers. A project may come from a stranger, so none of it counts before the user has allowed it.
struct ProjectWishes: Equatable {
  /// The words of a command by provider.
  var helpers: [String: [String]] = [:]
  /// Base URLs by built-in provider.
  var moves: [String: String] = [:]

  var isEmpty: Bool { helpers.isEmpty && moves.isEmpty }

  init(helpers: [String: [String]] = [:], moves: [String: String] = [:]) {
    self.helpers = helpers
    self.moves = moves
  }

  init(_ project: ProjectFile) {
    helpers = project.credentialHelpers
    moves = project.baseURLs.filter { KnownProviders.builtInNames.contains($0.key) }
  }

  /// One line for each, for people.
  var lines: [String] {
    let starts = helpers.sorted { $0.key < $1.key }.map { (provider, words) -> String in
      let command = words.map(ShellWord.quoted).joined(separator: " ")
      let whom = provider == RuntimeConfiguration.everyProvider ? "every provider" : provider
      return "starts for the credentials of \(whom): \(command)"
    }
    let sent = moves.sorted { $0.key < $1.key }.map { "sends the key of \($0.key) to \($0.value)" }
    return starts + sent
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
  }

  var json: JSON {
    let helpers = self.helpers.sorted { $0.key < $1.key }.map {
      JSONObject.Member(name: $0.key, value: .array($0.value.map(JSON.string)))
    }
    let moves = self.moves.sorted { $0.key < $1.key }.map {
      JSONObject.Member(name: $0.key, value: .string($0.value))
    }
    return [
      "credential_helpers": .object(JSONObject(helpers)), "base_urls": .object(JSONObject(moves)),
    ]
  }
}

internal import ProspectRuntime

/// What `prospect.yaml` sets: the same as options and variables set, for all recipes of a project.
///
/// ```yaml
/// providers: [acme, spherescout_variant]   # descriptions that recipes may use, beside the built-in ones
/// base_urls:
///   acme: https://crm.acme.example/api
/// http: [hooks.example.com]                # hosts that http.request may reach
/// secrets:
///   RECIPE_HOOK_TOKEN: hooks.example.com   # a variable of the environment, for headers to that host
/// private_hosts: [crm.corp.example]        # may lie in a private network
/// out: ./out
/// limits:
///   wall: 30m
/// ```
struct ProjectFile: Equatable {
  /// The folder in which it lies; paths inside are relative to it.
  var folder: String
  /// Providers that recipes may use besides the built-in ones.
  var providers: [String] = []
  /// Where providers are, by their names.
  var baseURLs: [String: String] = [:]
  /// Hosts that recipes may send requests to.
  var httpHosts: [String] = []
  /// The host that each secret of the environment may be sent to, by the variable's name.
  var httpSecrets: [String: String] = [:]
  /// Hosts that may lie in a private network.
  var privateHosts: [String] = []
  /// The folder that recipes may write to.
  var out: String?
  var limits: [LimitOption] = []
  /// Commands that print credentials, by provider; `*` is every other one. They count when the user has allowed them.
  var credentialHelpers: [String: [String]] = [:]

  static let name = "prospect.yaml"
  private static let settings = [
    "providers", "base_urls", "http", "secrets", "private_hosts", "out", "limits",
    "credential_helpers",
  ]

  /// Reads the settings from the text of the file.
  init(_ text: String, folder: String) throws(YAMLProblem) {
    self.folder = folder
    guard let root = try YAMLReader.read(text) else { return }
    for member in try root.members("the file") {
      switch member.name {
      case "providers":
        providers = try Self.names(member, "a provider", example: "acme")
        for name in providers { try Self.requireProvider(name, member) }
      case "base_urls":
        baseURLs = try Self.texts(member)
        for name in baseURLs.keys { try Self.requireProvider(name, member) }
      case "http": httpHosts = try Self.names(member, "a host", example: "hooks.example.com")
      case "secrets": httpSecrets = try Self.texts(member)
      case "private_hosts":
        privateHosts = try Self.names(member, "a host", example: "crm.corp.example")
      case "out": out = try Self.folder(member)
      case "limits": limits = try Self.limits(member)
      case "credential_helpers": credentialHelpers = try Self.helpers(member)
      default: throw .unknown("setting", member, among: Self.settings)
      }
    }
  }

  /// A project may come from a stranger, so it opens no folder but its own.
  private static func folder(_ member: YAMLNode.Member) throws(YAMLProblem) -> String {
    let text = try member.text
    guard !text.hasPrefix("/"), !text.split(separator: "/").contains("..") else {
      throw YAMLProblem(
        line: member.line, message: "out must be a folder below this one, got '\(text)'",
        hint: "another folder can be given with --out")
    }
    return text
  }

  private static func names(
    _ member: YAMLNode.Member, _ what: String, example: String
  ) throws(YAMLProblem) -> [String] {
    guard case .list(let nodes) = member.value.content else {
      throw YAMLProblem(
        line: member.line, message: "\(member.name) must be a list",
        hint: "write \(member.name): [\(example)]")
    }
    var names: [String] = []
    for node in nodes { names.append(try node.text(what)) }
    return names
  }

  /// Two spellings of one name would have two meanings: the variables of `ACME` are those of `acme`.
  private static func requireProvider(
    _ name: String, _ member: YAMLNode.Member
  ) throws(YAMLProblem) {
    let isName = name.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "_")
    }
    guard isName, !name.isEmpty else {
      throw YAMLProblem(
        line: member.line, message: "'\(name)' is no provider's name",
        hint: "names are lower-case letters, digits and _, as in prospectb2b")
    }
  }

  private static func texts(_ member: YAMLNode.Member) throws(YAMLProblem) -> [String: String] {
    var texts: [String: String] = [:]
    for entry in try member.value.members(member.name) { texts[entry.name] = try entry.text }
    return texts
  }

  /// A list of words, or one word. A program of the project's own folder could change after it was allowed.
  private static func helpers(_ member: YAMLNode.Member) throws(YAMLProblem) -> [String: [String]] {
    var helpers: [String: [String]] = [:]
    for entry in try member.value.members("credential_helpers") {
      if entry.name != RuntimeConfiguration.everyProvider {
        try requireProvider(entry.name, entry)
      }
      var words: [String] = []
      if case .list(let nodes) = entry.value.content {
        for node in nodes { words.append(try node.text("a word of the command")) }
      } else {
        words = [try entry.text]
      }
      guard let program = words.first, program.hasPrefix("/") || !program.contains("/") else {
        throw YAMLProblem(
          line: entry.line, message: "the helper of \(entry.name) must be a name or a whole path",
          hint: "write \(entry.name): [/usr/local/bin/helper, argument]")
      }
      helpers[entry.name] = words
    }
    return helpers
  }

  private static func limits(_ member: YAMLNode.Member) throws(YAMLProblem) -> [LimitOption] {
    var limits: [LimitOption] = []
    for entry in try member.value.members("limits") {
      do {
        limits.append(try LimitOption(parsing: "\(entry.name)=\(try entry.text)"))
      } catch let problem as YAMLProblem {
        throw problem
      } catch {
        throw YAMLProblem(line: entry.line, message: "\(error)")
      }
    }
    return limits
  }
}

extension YAMLNode {
  fileprivate func members(_ what: String) throws(YAMLProblem) -> [Member] {
    switch content {
    case .map(let members): return members
    // `limits:` with nothing behind it.
    case .scalar(""): return []
    default:
      throw YAMLProblem(line: line, message: "\(what) must hold names and values, not \(kindName)")
    }
  }

  fileprivate func text(_ what: String) throws(YAMLProblem) -> String {
    guard case .scalar(let text) = content, !text.isEmpty else {
      throw YAMLProblem(line: line, message: "\(what) must be a single value, not \(kindName)")
    }
    return text
  }
}

extension YAMLNode.Member {
  fileprivate var text: String {
    get throws(YAMLProblem) { try value.text(name) }
  }
}

extension YAMLProblem {
  fileprivate static func unknown(
    _ what: String, _ member: YAMLNode.Member, among names: [String]
  ) -> YAMLProblem {
    let guess = NameGuess.nearest(to: member.name, among: names)
    return YAMLProblem(
      line: member.line, message: "there is no \(what) '\(member.name)'",
      hint: guess.map { "did you mean '\($0)'?" } ?? "there are \(names.joined(separator: ", "))")
  }
}

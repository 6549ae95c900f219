internal import ProspectAPI
internal import ProspectJSON

/// What the user has allowed projects, by their folders: `prospect-run auth allow` writes it beside the credentials.
///
/// The wishes themselves are kept, so a project that changes them has to be allowed again.
struct AllowedProjects {
  private static let version: Int64 = 1

  /// Nil: there is no place for it, and nothing is allowed.
  let path: String?

  init(_ environment: [String: String]) {
    path = CredentialsFile.folder(environment).map { "\($0)/allowed_projects.json" }
  }

  /// What a project was allowed.
  func wishes(of folder: String) throws(UsageError) -> ProjectWishes {
    guard let path else { return ProjectWishes() }
    do throws(SecretFile.Problem) {
      return try read(path)[folder] ?? ProjectWishes()
    } catch {
      throw UsageError(message: error.message, hint: error.hint)
    }
  }

  /// Allows a project exactly this; nil takes back what was allowed.
  func allow(_ wishes: ProjectWishes?, in folder: String) throws(UsageError) {
    guard let path else {
      throw UsageError(message: "neither XDG_CONFIG_HOME nor HOME says where to write it down")
    }
    do throws(SecretFile.Problem) {
      let writer = SecretFileWriter(path: path)
      let lock = try writer.lock()
      defer { lock.release() }
      var projects = try read(path)
      projects[folder] = wishes
      try writer.write(Self.encoded(projects))
    } catch {
      throw UsageError(message: error.message, hint: error.hint)
    }
  }

  private func read(_ path: String) throws(SecretFile.Problem) -> [String: ProjectWishes] {
    let file = SecretFile(path: path, rule: .own, limit: SecretFile.storeLimit)
    guard let bytes = try file.read() else { return [:] }
    guard let root = try? JSON.parse(bytes), root["version"]?.integer == Self.version,
      let members = root["projects"]?.object?.members
    else {
      throw SecretFile.Problem(
        message: "\(path) is damaged", hint: "rm \(ShellWord.quoted(path))")
    }
    var projects: [String: ProjectWishes] = [:]
    for member in members { projects[member.name] = ProjectWishes(member.value) }
    return projects
  }

  private static func encoded(_ projects: [String: ProjectWishes]) -> [UInt8] {
    let members = projects.sorted { $0.key < $1.key }.map {
      JSONObject.Member(name: $0.key, value: $0.value.json)
    }
    let root: JSON = ["version": .integer(version), "projects": .object(JSONObject(members))]
    return root.encoded + [UInt8(ascii: "\n")]
  }
}

/// The file that `prospect-run auth login` writes: mode 0600, written whole or not at all, by one writer at a time.
package struct CredentialsFile: Sendable {
  package let path: String

  package init(path: String) { self.path = path }

  /// `$XDG_CONFIG_HOME/prospect-run`, or `~/.config/prospect-run`; nil when neither place is known. A relative path
  /// counts as none (XDG Base Directory Specification).
  package static func folder(_ environment: [String: String]) -> String? {
    if let base = environment["XDG_CONFIG_HOME"], base.hasPrefix("/") {
      return "\(base)/prospect-run"
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return "\(home)/.config/prospect-run"
  }

  /// The user's credentials file; nil when there is no place for one.
  package static func path(_ environment: [String: String]) -> String? {
    folder(environment).map { "\($0)/credentials.json" }
  }

  /// What it holds; a file that is not there holds nothing.
  package func read() throws(SecretFile.Problem) -> StoredCredentials {
    let file = SecretFile(path: path, rule: .own, limit: SecretFile.storeLimit)
    guard let bytes = try file.read() else { return StoredCredentials() }
    guard let credentials = StoredCredentials(bytes) else {
      throw SecretFile.Problem(
        message: "\(path) is damaged, or was written by another version",
        hint: "move it away and log in again: mv \(ShellWord.quoted(path)) "
          + ShellWord.quoted(path + ".old"))
    }
    return credentials
  }

  /// Changes what it holds, while no other process does.
  package func update(
    _ change: (inout StoredCredentials) -> Void
  ) throws(SecretFile.Problem) {
    let writer = SecretFileWriter(path: path)
    let lock = try writer.lock()
    defer { lock.release() }
    var credentials = try read()
    change(&credentials)
    try writer.write(credentials.encoded)
  }
}

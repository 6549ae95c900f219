internal import ArgumentParser

/// Stores credentials, and tells of those that are used.
struct AuthCommand: ProspectCommand {
  static let commandName = "auth"
  static let configuration = CommandConfiguration(
    commandName: commandName,
    abstract: "Stores credentials and tells which ones are used.",
    discussion: """
      A credential is looked for at --token-fd, in $CREDENTIALS_DIRECTORY, in the file that \
      NAME_FILE names, in the environment, at a helper, and in the file that login writes. \
      docs/credentials.md tells the whole of it.
      """,
    version: ProspectVersion.line,
    subcommands: [
      AuthLoginCommand.self, AuthStatusCommand.self, AuthLogoutCommand.self,
      AuthAllowCommand.self,
    ])

  var needsLocalProviders: Bool { false }

  func perform(in console: Console) async throws -> Int32 {
    throw UsageError(
      message: "auth needs a word more: login, status, logout or allow",
      hint: "see prospect-run auth --help")
  }
}

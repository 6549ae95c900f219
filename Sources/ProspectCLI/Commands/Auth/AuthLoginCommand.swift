internal import ArgumentParser
internal import ProspectAPI

/// Stores a credential that the provider has accepted.
struct AuthLoginCommand: ProspectCommand {
  static let commandName = "login"
  static let configuration = CommandConfiguration(
    commandName: commandName,
    abstract: "Asks for a credential, tries it, and stores it.",
    discussion: """
      At a terminal it asks, and shows nothing of what is typed. Otherwise standard input holds \
      the key on one line, or a user's name and the password on two where the provider takes \
      them. What the provider refuses is not stored. The credential is bound to the origin that \
      accepted it.
      """,
    version: ProspectVersion.line)

  @OptionGroup
  var account: ProfileOption

  @OptionGroup
  var folder: ProvidersFolderOption

  @Argument(help: ArgumentHelp("Whose credential it is.", valueName: "PROVIDER"))
  var provider: String

  static let surplus: UsageError? = UsageError(
    message: "a credential is not taken from the command line, where every process can read it",
    hint: "type it when asked, or give it on standard input")

  var needsLocalProviders: Bool { false }

  func perform(in console: Console) async throws -> Int32 {
    let target = try AuthTarget(provider, account, folder, console)
    let secrets = try CredentialEntry(provider: target.provider).read(console)
    do throws(CallError) {
      let answer = try await IdentityQuestion.ask(
        target.provider, with: secrets, register: console.secrets, network: target.network)
      try target.store(secrets)
      return console.tell(told(target, answer))
    } catch {
      var error = error
      // Refused by the provider; a store that cannot be written says itself what helps.
      if error.kind == .credential, error.status != nil {
        let origin = target.provider.baseURL.origin.text
        error.hint = "was the whole of it copied, and is it one for \(origin)?"
      }
      return console.tell(error, prefix: "nothing was stored: ")
    }
  }

  private func told(_ target: AuthTarget, _ answer: IdentityQuestion.Answer?) -> String {
    var lines = [
      "stored for \(target.provider.name), profile \(target.profile), in \(target.file.path)",
      "  bound to \(target.provider.baseURL.origin.text)",
    ]
    guard let answer else {
      return lines.joined(separator: "\n")
        + "\n  not tried: \(target.provider.title) has no operation that tells who a key is\n"
    }
    lines += RightsText.lines(answer).map { "  \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }
}

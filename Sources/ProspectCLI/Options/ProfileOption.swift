internal import ArgumentParser
internal import ProspectAPI

/// Which of several accounts is meant.
struct ProfileOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The account to use, where there are several (default: PROSPECT_PROFILE).",
      valueName: "NAME"))
  var profile: String?

  static let variable = "PROSPECT_PROFILE"

  /// The profile that counts; nil for the usual one.
  func chosen(_ environment: [String: String]) throws(UsageError) -> String? {
    let given = environment[Self.variable].flatMap { $0.isEmpty ? nil : $0 }
    guard let name = profile ?? given else { return nil }
    guard CredentialSettings.isProfile(name) else {
      throw UsageError(
        message: "'\(name)' cannot be a profile",
        hint: "write up to 64 letters, digits, - and _, as in --profile eu")
    }
    return name
  }
}

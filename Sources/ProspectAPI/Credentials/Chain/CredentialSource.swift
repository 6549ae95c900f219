/// Where a credential was found. It names places only, so it may be shown.
package enum CredentialSource: Sendable, Hashable {
  /// The program that embeds the runtime.
  case host
  /// `--token-fd`.
  case descriptor(Int32)
  /// `$CREDENTIALS_DIRECTORY`, as systemd sets it.
  case systemd(path: String)
  /// The file that a variable `NAME_FILE` names.
  case file(variable: String, path: String)
  /// A variable of the environment.
  case variable(String)
  /// A command that prints credentials.
  case helper(String)
  /// The file that `prospect-run auth login` writes.
  case stored(path: String, profile: String)

  /// For programs.
  package var word: String {
    switch self {
    case .host: "host"
    case .descriptor: "token_fd"
    case .systemd: "systemd"
    case .file: "file"
    case .variable: "environment"
    case .helper: "helper"
    case .stored: "stored"
    }
  }

  /// For people, as the object of a sentence.
  package var text: String {
    switch self {
    case .host: "what the host program gave"
    case .descriptor(let number): "--token-fd \(number)"
    case .systemd(let path): "\(path) (systemd)"
    case .file(let variable, let path): "\(path) (\(variable))"
    case .variable(let name): "\(name) in the environment"
    case .helper(let command): "the helper \(command)"
    case .stored(let path, let profile): "\(path), profile \(profile)"
    }
  }
}

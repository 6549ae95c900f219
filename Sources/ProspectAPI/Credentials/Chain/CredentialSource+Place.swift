extension CredentialSource {
  /// Where a person looks when the credential is refused.
  ///
  /// - Parameter login: whether it was a name and a password.
  func place(of provider: Provider, login isLogin: Bool) -> String {
    switch self {
    // The two halves of a login may come from different variables.
    case .variable, .file, .systemd, .descriptor:
      guard isLogin, let login = provider.authentication?.login else { return text }
      return "\(login.usernameVariable) and \(login.passwordVariable) (\(text))"
    case .stored(_, let profile):
      let option = profile == CredentialSettings.usualProfile ? "" : " --profile \(profile)"
      return "\(text) (prospect-run auth login \(provider.name)\(option) replaces it)"
    case .host, .helper: return text
    }
  }
}

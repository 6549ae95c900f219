extension SecretRegister {
  /// How the names of variables end that hold secrets, whoever they are for.
  private static let endings = ["_API_KEY", "_TOKEN", "_PASSWORD", "_SECRET"]

  /// Adds what variables hold that are secrets by their names. Credentials with other names are added when they are used.
  package func add(environment: [String: String]) {
    for (name, value) in environment where Self.endings.contains(where: name.hasSuffix) {
      add(Secret(value.trimmed))
    }
  }
}

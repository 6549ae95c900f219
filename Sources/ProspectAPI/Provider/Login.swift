/// How a user's name and password become tokens.
package struct Login: Sendable, Equatable {
  /// The environment variables that hold the user's name and password.
  package let usernameVariable: String
  package let passwordVariable: String
  /// Takes the arguments `username` and `password`.
  package let operation: String
  /// Takes the argument `refresh`; nil: an old token is replaced by another login.
  package let refresh: String?
  /// Where the answers of both carry the tokens; the first path that leads to a value counts.
  package let accessToken: [String]
  package let refreshToken: [String]

  init(_ table: DescriptionTable) throws(DescriptionError) {
    try table.allow(only: [
      "environment", "operation", "refresh", "access_token", "refresh_token",
    ])
    guard let environment = try table.table("environment") else {
      throw table.mistake("environment", "is missing")
    }
    try environment.allow(only: ["username", "password"])
    usernameVariable = try environment.requiredText("username")
    passwordVariable = try environment.requiredText("password")
    operation = try table.requiredText("operation")
    refresh = try table.text("refresh")
    accessToken = try table.requiredPaths("access_token")
    refreshToken =
      try refresh == nil ? table.paths("refresh_token") : table.requiredPaths("refresh_token")
  }
}

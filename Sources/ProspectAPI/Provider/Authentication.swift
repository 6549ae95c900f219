/// How requests of a provider prove who sends them.
package struct Authentication: Sendable {
  package enum Scheme: String, Sendable, CaseIterable {
    /// `Authorization: Bearer …` (RFC 6750).
    case bearer
    /// `Authorization: Token …`.
    case token
  }

  package let scheme: Scheme
  /// The environment variable that holds the credential.
  package let environment: String
  /// How a name and a password become a credential; nil when the provider knows keys only.
  package let login: Login?

  init(_ table: DescriptionTable) throws(DescriptionError) {
    try table.allow(only: ["scheme", "environment", "login"])
    scheme = try table.word("scheme", Scheme.self) ?? .bearer
    environment = try table.requiredText("environment")
    login = try table.table("login").map(Login.init)
  }

  /// All variables that may hold it, or a part of it.
  package var variables: [String] {
    [environment] + (login.map { [$0.usernameVariable, $0.passwordVariable] } ?? [])
  }

  /// The word before the credential in the header.
  package var word: String {
    switch scheme {
    case .bearer: "Bearer"
    case .token: "Token"
    }
  }
}

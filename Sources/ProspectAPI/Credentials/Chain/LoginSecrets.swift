internal import ProspectJSON

/// What a login takes. The name is as secret as the password: it often is a person's address.
package struct LoginSecrets: Sendable, Equatable {
  package let username: Secret
  package let password: Secret

  package init(username: Secret, password: Secret) {
    self.username = username
    self.password = password
  }

  /// The arguments of the login operation.
  var arguments: [UInt8] {
    let fields: JSON = [
      "password": .string(password.reveal()), "username": .string(username.reveal()),
    ]
    return fields.encoded
  }
}

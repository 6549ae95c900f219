internal import ProspectJSON

/// What a login takes. The name is as secret as the password: it often is a person's address.
struct LoginSecrets: Sendable {
  let username: Secret
  let password: Secret

  /// The arguments of the login operation.
  var arguments: [UInt8] {
    let fields: JSON = [
      "password": .string(password.reveal()), "username": .string(username.reveal()),
    ]
    return fields.encoded
  }
}

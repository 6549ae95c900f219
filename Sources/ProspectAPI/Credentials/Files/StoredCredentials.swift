internal import ProspectJSON

/// What the credentials file holds: by profile and provider.
package struct StoredCredentials: Sendable, Equatable {
  /// One credential.
  package struct Entry: Sendable, Equatable {
    package var secrets: CredentialSecrets
    /// The origin that it was validated at, and is bound to.
    package var origin: String

    package init(secrets: CredentialSecrets, origin: String) {
      self.secrets = secrets
      self.origin = origin
    }
  }

  private static let version: Int64 = 1

  private var profiles: [String: [String: Entry]] = [:]

  package init() {}

  /// The names of the profiles that hold something, sorted.
  package var profileNames: [String] { profiles.keys.sorted() }

  package func entry(_ provider: String, _ profile: String) -> Entry? {
    profiles[profile]?[provider]
  }

  /// Puts in a credential; nil takes it out.
  package mutating func set(_ entry: Entry?, _ provider: String, _ profile: String) {
    profiles[profile, default: [:]][provider] = entry
    if profiles[profile]?.isEmpty == true { profiles[profile] = nil }
  }
}

extension StoredCredentials {
  /// - Returns: nil for what this program has not written.
  init?(_ bytes: [UInt8]) {
    guard let root = try? JSON.parse(bytes), root["version"]?.integer == Self.version,
      let profiles = root["profiles"]?.object
    else { return nil }
    for profile in profiles.members {
      guard let providers = profile.value.object else { return nil }
      for provider in providers.members {
        guard let entry = Entry(provider.value) else { return nil }
        set(entry, provider.name, profile.name)
      }
    }
  }

  var encoded: [UInt8] {
    let profiles = self.profiles.sorted { $0.key < $1.key }.map { name, entries in
      JSONObject.Member(
        name: name,
        value: .object(
          JSONObject(
            entries.sorted { $0.key < $1.key }.map {
              JSONObject.Member(name: $0.key, value: $0.value.json)
            })))
    }
    let root: JSON = [
      "version": .integer(Self.version), "profiles": .object(JSONObject(profiles)),
    ]
    return root.encoded + [UInt8(ascii: "\n")]
  }
}

extension StoredCredentials.Entry {
  fileprivate init?(_ value: JSON) {
    guard let origin = value["origin"]?.string else { return nil }
    if let key = value["key"]?.string {
      self.init(secrets: .key(Secret(key)), origin: origin)
    } else if let username = value["username"]?.string, let password = value["password"]?.string {
      let login = LoginSecrets(username: Secret(username), password: Secret(password))
      self.init(secrets: .login(login), origin: origin)
    } else {
      return nil
    }
  }

  fileprivate var json: JSON {
    switch secrets {
    case .key(let key): ["origin": .string(origin), "key": .string(key.reveal())]
    case .login(let login):
      [
        "origin": .string(origin), "username": .string(login.username.reveal()),
        "password": .string(login.password.reveal()),
      ]
    }
  }
}

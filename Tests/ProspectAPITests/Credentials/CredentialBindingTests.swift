import Testing

@testable import ProspectAPI

/// A credential is sent to one origin, whatever names another.
@Suite struct CredentialBindingTests {
  private let folder: SecretFolder

  init() throws { folder = try SecretFolder() }

  private func stored(at origin: String) throws -> CredentialSettings {
    var settings = CredentialSettings(environment: [:])
    settings.file = "\(folder.path)/credentials.json"
    try CredentialsFile(path: "\(folder.path)/credentials.json").update {
      $0.set(.init(secrets: .key(Secret("s3cr3t")), origin: origin), "shop", "default")
    }
    return settings
  }

  @Test(arguments: [
    "https://evil.example", "http://127.0.0.1:1", "https://shop.example:8443",
    "https://shop.example.evil.example",
  ])
  func aStoredKeyIsNotSentWhereItWasNotTried(_ url: String) async throws {
    let store = CredentialStore(try stored(at: "https://shop.example"))
    #expect(try await store.find(for: Shop.provider("https://shop.example/v2")).expiry == nil)
    let error = await #expect(throws: CallError.self) {
      try await store.find(for: Shop.provider(url))
    }
    #expect(error?.kind == .credential && error?.code == nil)
    #expect(error?.message.contains("https://shop.example and is not sent to") == true)
    #expect(error?.message.contains("s3cr3t") == false)
  }

  @Test func aHostsCredentialForAnotherOriginIsNotSent() async throws {
    var settings = CredentialSettings(environment: ["SHOP_API_KEY": "other"])
    settings.giver = { _ in
      GivenCredential(secrets: .key(Secret("k")), origin: "https://shop.example")
    }
    await #expect(throws: CallError.self) {
      try await CredentialStore(settings).find(for: Shop.provider("https://evil.example"))
    }
  }

  @Test func whereAProjectMovedAProviderOnlyAKeyForThatPlaceIsUsed() async throws {
    var settings = try stored(at: "https://shop.example")
    settings.environment["SHOP_API_KEY"] = "variable"
    settings.withheld["shop"] = .init(message: "the project moves shop", hint: "allow it")
    let store = CredentialStore(settings)
    let error = await #expect(throws: CallError.self) {
      try await store.find(for: Shop.provider("https://evil.example"))
    }
    #expect(error?.message.contains("is not sent to https://evil.example") == true)
    // Somebody logged in at the very place that the project names.
    let found = try await store.find(for: Shop.provider("https://shop.example"))
    #expect(found.source.word == "stored")
    settings.file = nil
    let refusal = await #expect(throws: CallError.self) {
      try await CredentialStore(settings).find(for: Shop.provider("https://evil.example"))
    }
    #expect(refusal?.message == "the project moves shop" && refusal?.hint == "allow it")
  }
}

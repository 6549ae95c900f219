import Testing

@testable import ProspectAPI

@Suite struct CredentialStoreTests {
  func found(_ value: String?) async throws -> FoundCredential {
    let environment = value.map { ["ACME_API_KEY": $0] } ?? [:]
    return try await CredentialStore(environment: environment).find(for: Acme.provider())
  }

  func credential(_ value: String) async throws -> Credential {
    let found = try await found(value)
    let secret = try #require(found.secrets.all.first)
    return Credential(scheme: "Bearer", secret: secret, origin: found.origin)
  }

  @Test func aCredentialGoesToItsOwnOriginOnly() async throws {
    let credential = try await credential("key_1\n")
    let at = { (url: String) in Origin(url: url).flatMap { credential.authorization(for: $0) } }
    #expect(at("https://api.acme.example/v1/leads") == "Bearer key_1")
    #expect(at("https://API.acme.example:443/x") == "Bearer key_1")
    #expect(at("http://api.acme.example/v1") == nil)
    #expect(at("https://api.acme.example:8443/v1") == nil)
    #expect(at("https://acme.example/v1") == nil)
    #expect(at("https://api.acme.example.evil.example/v1") == nil)
    #expect(at("https://api.acme.example@evil.example/v1") == nil)
  }

  @Test(arguments: [nil, "", "  \n", "two words", "line\nbreak", "umlaut-ä"])
  func whatCannotBeSentIsRefusedWithTheVariablesName(_ value: String?) async {
    let error = await #expect(throws: CallError.self) { try await found(value) }
    #expect(error?.kind == .credential)
    #expect(error?.hint?.contains("ACME_API_KEY") == true)
  }

  @Test func aSecretIsNotPrintedByAccident() async throws {
    let credential = try await credential("key_1")
    let found = try await found("key_1")
    var dumped = ""
    dump(credential, to: &dumped)
    dump(found, to: &dumped)
    let texts = [
      "\(credential)", String(reflecting: credential), dumped, "\(credential.secret)", "\(found)",
      String(reflecting: found),
    ]
    #expect(texts.allSatisfy { !$0.contains("key_1") }, "\(texts)")
  }
}

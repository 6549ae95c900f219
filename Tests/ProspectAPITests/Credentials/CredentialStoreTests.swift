import Testing

@testable import ProspectAPI

@Suite struct CredentialStoreTests {
  func credential(_ value: String?) throws -> Credential? {
    let environment = value.map { ["ACME_API_KEY": $0] } ?? [:]
    let access = try CredentialStore(environment: environment).access(to: Acme.provider())
    guard case .key(let credential) = access else { return nil }
    return credential
  }

  @Test func aCredentialGoesToItsOwnOriginOnly() throws {
    let credential = try #require(try credential("key_1\n"))
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
  func whatCannotBeSentIsRefusedWithTheVariablesName(_ value: String?) {
    let error = #expect(throws: CallError.self) { try credential(value) }
    #expect(error?.kind == .credential)
    #expect(error?.hint?.contains("ACME_API_KEY") == true)
  }

  @Test func aSecretIsNotPrintedByAccident() throws {
    let credential = try #require(try credential("key_1"))
    var dumped = ""
    dump(credential, to: &dumped)
    let texts = ["\(credential)", String(reflecting: credential), dumped, "\(credential.secret)"]
    #expect(texts.allSatisfy { !$0.contains("key_1") }, "\(texts)")
  }
}

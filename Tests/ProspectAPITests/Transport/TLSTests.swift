import Testing

@testable import ProspectAPI

@Suite("TLS", .timeLimit(.minutes(1)))
struct TLSTests {
  @Test("a certificate that nobody has signed is not trusted, nothing is sent, and it is final")
  func untrusted() async throws {
    let server = try TLSServer()
    let fixture = try LoopFixture()
    defer { fixture.end() }
    let error = try #require(await fixture.failure("https://localhost:\(server.port)/"))
    #expect(error.kind == .untrusted, "\(error)")
    #expect(error.isUnsent && !error.isPassing)
  }

  @Test("a certificate of the named file is trusted")
  func trusted() async throws {
    let server = try TLSServer()
    let fixture = try LoopFixture(certificates: server.identity.certificate)
    defer { fixture.end() }
    #expect(try await fixture.get("https://localhost:\(server.port)/").status == 200)
  }

  @Test("it counts for its own name only")
  func otherName() async throws {
    let server = try TLSServer()
    let fixture = try LoopFixture(certificates: server.identity.certificate)
    defer { fixture.end() }
    let error = await fixture.failure("https://127.0.0.1:\(server.port)/")
    #expect(error?.kind == .untrusted)
  }

  @Test("a file of certificates that is not there is told")
  func missingFile() async throws {
    let server = try TLSServer()
    let fixture = try LoopFixture(certificates: "/nowhere/certificates.pem")
    defer { fixture.end() }
    let error = await fixture.failure("https://localhost:\(server.port)/")
    #expect(error?.kind == .untrusted)
    #expect(error?.message.contains("/nowhere/certificates.pem") == true)
  }
}

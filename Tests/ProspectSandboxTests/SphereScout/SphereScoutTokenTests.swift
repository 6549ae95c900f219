import ProspectJSON
import Testing

@testable import ProspectSandbox

@Suite(.timeLimit(.minutes(1)))
struct SphereScoutTokenTests {
  @Test("A login gives two tokens and the account; the access token opens what a key opens")
  func login() async throws {
    try await TestSandbox.with { sandbox in
      let login = try await sandbox.login()
      #expect(login.string("user.email") == SandboxKeys.sphereScoutUsername)
      let access = try #require(login.string("access"))
      #expect(try await sandbox.scout("/user/profile", key: access).integer("credits") == 10_000)
      let refresh = try #require(login.string("refresh"))
      #expect(try await sandbox.scout("/user/profile", key: refresh).status == 401)
    }
  }

  @Test("An access token says when it ends, and then ends; a refresh gives another one")
  func expiry() async throws {
    try await TestSandbox.with { sandbox in
      let login = try await sandbox.login()
      let access = try #require(login.string("access"))
      let end = try #require(claims(of: access)["exp"]?.integer)
      #expect(end == sandbox.clock.now.seconds + 300)
      sandbox.clock.advance(by: .seconds(299))
      #expect(try await sandbox.scout("/user/profile", key: access).status == 200)
      sandbox.clock.advance(by: .seconds(1))
      let refused = try await sandbox.scout("/user/profile", key: access)
      #expect((refused.status, refused.string("code")) == (401, "token_not_valid"))
      #expect(refused["WWW-Authenticate"] == "Bearer")
      let next = try #require(try await refreshed(login, sandbox).string("access"))
      #expect(try await sandbox.scout("/user/profile", key: next).status == 200)
    }
  }

  @Test("A refresh token ends after its own life, which the configuration sets")
  func refreshLife() async throws {
    try await TestSandbox.with {
      $0.refreshTokenLife = .seconds(1_000)
    } _: { sandbox in
      let login = try await sandbox.login()
      sandbox.clock.advance(by: .seconds(999))
      #expect(try await refreshed(login, sandbox).names == ["access"])
      sandbox.clock.advance(by: .seconds(1))
      #expect(try await refreshed(login, sandbox).status == 401)
    }
  }

  @Test(
    "A bad login or refresh is refused: wrong words 401, missing or malformed ones 400",
    arguments: [
      ("/auth/login", #"{"username":"ops@sandbox.example","password":"no"}"#, 401),
      ("/auth/login", #"{"username":"ops@sandbox.example"}"#, 400),
      ("/auth/login", "[", 400), ("/token/refresh", #"{"refresh":"no"}"#, 401),
      ("/token/refresh", "{}", 400),
    ])
  func refusals(target: String, body: String, status: Int) async throws {
    try await TestSandbox.with { sandbox in
      let answer = try await sandbox.scout("POST", target, body, key: nil)
      #expect(answer.status == status)
    }
  }

  @Test("An access token is no refresh token, and a made-up token is no key")
  func mixedUp() async throws {
    try await TestSandbox.with { sandbox in
      let access = try #require(try await sandbox.login().string("access"))
      let swapped = try await sandbox.scout(
        "POST", "/token/refresh", #"{"refresh":"\#(access)"}"#, key: nil)
      #expect(swapped.status == 401)
      #expect(try await sandbox.scout("/user/profile", key: access + "x").status == 401)
    }
  }

  private func refreshed(
    _ login: TestResponse, _ sandbox: TestSandbox
  ) async throws -> TestResponse {
    let refresh = try #require(login.string("refresh"))
    return try await sandbox.scout(
      "POST", "/token/refresh", #"{"refresh":"\#(refresh)"}"#, key: nil)
  }

  /// The middle part of a token, decoded apart from the code under test.
  private func claims(of token: String) throws -> JSON {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    let digits = try #require(token.split(separator: ".").dropFirst().first).map {
      try #require(alphabet.firstIndex(of: $0))
    }
    let bits = digits.flatMap { digit in (0..<6).map { digit >> (5 - $0) & 1 } }
    let bytes = (0..<bits.count / 8).map { byte in
      bits[byte * 8..<byte * 8 + 8].reduce(UInt8(0)) { $0 << 1 | UInt8($1) }
    }
    return try JSON.parse(bytes)
  }
}

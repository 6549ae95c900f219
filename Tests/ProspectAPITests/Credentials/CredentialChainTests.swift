import Testing

@testable import ProspectAPI

/// The order of the sources, and what each of them is asked for.
@Suite(.timeLimit(.minutes(1))) struct CredentialChainTests {
  let folder: SecretFolder
  let provider: Provider

  init() throws {
    folder = try SecretFolder()
    provider = try Shop.provider("https://shop.example")
  }

  /// Every source at once, each with a key that tells it.
  private func everything() throws -> CredentialSettings {
    let file = try folder.write("file", to: "key")
    try folder.write("systemd\n", to: "SHOP_API_KEY")
    let helper = try folder.write(
      "#!/bin/sh\necho '{\"version\":1,\"key\":\"helper\"}'\n", to: "helper", mode: 0o700)
    let stored = "\(folder.path)/credentials.json"
    try CredentialsFile(path: stored).update {
      $0.set(
        .init(secrets: .key(Secret("stored")), origin: "https://shop.example"), "shop", "default")
    }
    var settings = CredentialSettings(environment: [
      "CREDENTIALS_DIRECTORY": folder.path, "SHOP_API_KEY_FILE": file, "SHOP_API_KEY": "variable",
    ])
    settings.giver = { _ in GivenCredential(secrets: .key(Secret("host"))) }
    settings.tokens = [try GivenTokens("SHOP_API_KEY=fd", descriptor: 3, provider: nil)]
    settings.helpers = ["shop": HelperCommand(words: [helper], environment: [:])]
    settings.file = stored
    return settings
  }

  private func key(_ settings: CredentialSettings) async throws -> String {
    let found = try await CredentialStore(settings).find(for: provider)
    #expect(found.origin.text == "https://shop.example")
    return found.secrets.all.map { $0.reveal() }.joined(separator: "/")
  }

  @Test func eachSourceCountsOnlyWhenThoseBeforeItHaveNothing() async throws {
    var settings = try everything()
    var order = [try await key(settings)]
    settings.giver = { _ in nil }
    order.append(try await key(settings))
    settings.tokens = []
    order.append(try await key(settings))
    settings.environment["CREDENTIALS_DIRECTORY"] = nil
    order.append(try await key(settings))
    settings.environment["SHOP_API_KEY_FILE"] = nil
    order.append(try await key(settings))
    settings.environment["SHOP_API_KEY"] = nil
    order.append(try await key(settings))
    settings.helpers = [:]
    order.append(try await key(settings))
    #expect(order == ["host", "fd", "systemd", "file", "variable", "helper", "stored"])
    settings.file = nil
    let error = await #expect(throws: CallError.self) { try await key(settings) }
    #expect(error?.code == CredentialStore.noCredential)
    #expect(error?.hint == "set SHOP_API_KEY in the environment")
  }

  @Test(arguments: [
    ("SCOUT_API_KEY=k\nSCOUT_USERNAME=u\nSCOUT_PASSWORD=p", [:], "k"),
    ("SCOUT_USERNAME=u\nSCOUT_PASSWORD=p", ["SCOUT_API_KEY": "k"], "u/p"),
    ("SCOUT_PASSWORD=p", ["SCOUT_API_KEY": "k", "SCOUT_USERNAME": "u"], "k"),
    ("SCOUT_PASSWORD=p", ["SCOUT_USERNAME": "u"], "u/p"),
    ("# none\nX=y", ["SCOUT_API_KEY": "k"], "k"),
  ])
  func aLoginCountsBeforeAKeyOfALaterSource(
    _ lines: String, _ environment: [String: String], _ expected: String
  ) async throws {
    var settings = CredentialSettings(environment: environment)
    settings.tokens = [try GivenTokens(lines, descriptor: 0, provider: nil)]
    let found = try await CredentialStore(settings).find(
      for: Scout.provider("https://scout.example"))
    #expect(found.secrets.all.map { $0.reveal() }.joined(separator: "/") == expected)
  }

  @Test func aProfileHasItsOwnNamesAndNeverTheUsualAccount() async throws {
    var settings = try everything()
    settings.giver = nil
    settings.tokens = []
    settings.helpers = [:]
    settings.profile = "eu-2"
    let error = await #expect(throws: CallError.self) { try await key(settings) }
    #expect(error?.message.contains("in profile eu-2") == true)
    #expect(error?.hint?.contains("set SHOP_API_KEY_EU_2") == true)
    #expect(error?.hint?.contains("auth login shop --profile eu-2") == true)
    settings.environment["SHOP_API_KEY_EU_2"] = "eu"
    #expect(try await key(settings) == "eu")
  }

  @Test(arguments: [("eu", true), ("a-b_2", true), ("", false), ("File", false), ("a/b", false)])
  func aProfileIsAPlainWord(_ name: String, _ isGood: Bool) {
    #expect(CredentialSettings.isProfile(name) == isGood)
  }

  @Test(arguments: [("", "is empty"), ("two words", "holds a character"), (nil, "is not there")])
  func aFileThatGivesNothingIsNoReasonToUseAnotherAccount(
    _ text: String?, _ message: String
  ) async throws {
    let path = "\(folder.path)/given"
    if let text { try folder.write(text, to: "given") }
    let settings = CredentialSettings(environment: [
      "SHOP_API_KEY_FILE": path, "SHOP_API_KEY": "variable",
    ])
    let error = await #expect(throws: CallError.self) { try await key(settings) }
    #expect(error?.kind == .credential && error?.message.contains(message) == true)
  }

  @Test(arguments: [
    ("SHOP_API_KEY", "", "SHOP_API_KEY is empty"), ("SHOP_API_KEY", " ", "SHOP_API_KEY is empty"),
    ("SHOP_API_KEY_FILE", "", "SHOP_API_KEY_FILE is empty"),
    ("CREDENTIALS_DIRECTORY", "", "names no folder"),
    ("CREDENTIALS_DIRECTORY", "/nowhere", "names no folder (/nowhere)"),
    ("CREDENTIALS_DIRECTORY", "run/credentials", "names no folder (run/credentials)"),
  ])
  func aVariableThatGivesNothingIsNoReasonToUseAnotherAccount(
    _ name: String, _ value: String, _ message: String
  ) async throws {
    var settings = try everything()
    settings.giver = nil
    settings.tokens = []
    settings.environment = [name: value]
    let error = await #expect(throws: CallError.self) { try await key(settings) }
    #expect(error?.kind == .credential && error?.message.contains(message) == true)
  }

  @Test func aFolderOfSystemdMayHoldOtherCredentialsOnly() async throws {
    let settings = CredentialSettings(environment: [
      "CREDENTIALS_DIRECTORY": folder.path, "SHOP_API_KEY": "variable",
    ])
    #expect(try await key(settings) == "variable")
  }

  @Test(arguments: ["", "no equals sign", "lower_case=x", "\n\n"])
  func linesOfADescriptorThatAreNoneAreRefusedWithoutTheirText(_ text: String) {
    let mistake = #expect(throws: GivenTokens.Mistake.self) {
      try GivenTokens(text, descriptor: 7, provider: nil)
    }
    #expect(mistake?.message.contains("descriptor 7") == true)
    #expect(text.isEmpty || mistake?.message.contains("lower_case") != true)
  }
}

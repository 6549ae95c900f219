import ScriptedServer
import Testing

@testable import ProspectAPI

/// What is found in a text, and what stands there instead.
struct SecretRegisterTests {
  static let secrets = [
    "pb2b_live_sandbox_0123456789abcdef", "sk/live+Z9?&=%41 \"q\\", "päss/wörd 🔑", "hunter2",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
  ]

  private func register(_ secrets: String...) -> SecretRegister {
    let register = SecretRegister()
    for secret in secrets { register.add(Secret(secret)) }
    return register
  }

  @Test(arguments: secrets)
  func `a secret is hidden in every form, wherever it stands`(_ secret: String) {
    let register = register(secret)
    let traces = SecretWriting.traces(of: secret)
    for (name, form) in SecretWriting.all(of: secret) {
      for (before, after) in [
        ("", ""), ("key=", "&x=1"), (#"{"a":"#, #""}"#), ("ä%", "%2"), (#"\\"#, "\n"),
      ] {
        let text = before + form + after
        let shown = register.redact(text)
        #expect(shown.contains("•••"), "\(name) in \(text)")
        for trace in traces { #expect(!shown.contains(trace), "\(name) in \(text)") }
        #expect(!name.hasPrefix("base64") ? shown == before + "•••" + after : true, "\(name)")
      }
    }
  }

  @Test func `all occurrences are hidden, also of secrets that overlap or hold each other`() {
    let register = register("abcdefgh", "efghijkl", "cdefgh", "zzzzzz")
    #expect(register.redact("1abcdefghijkl2abcdefgh3cdefgh4") == "1•••2•••3•••4")
    #expect(register.redact("zzzzzzzzzzz.zzzzz") == "•••.zzzzz")
    #expect(register.redact("abcdefghefghijkl") == "•••")
  }

  @Test(arguments: ["", "a", "ab", "12345", "token", "1234567890123456"])
  func `what is short or a number is not looked for, so texts stay as they are`(_ secret: String) {
    let register = register(secret)
    let text = #"{"id":1234567890123456,"token":"ab","n":12345}"#
    #expect(register.redact(text) == text)
    #expect(register.patterns(.output) == nil)
    #expect(!register.add(Secret(secret)))
  }

  @Test func `ordinary texts stay as they are`() {
    let register = register(Self.secrets[0], Self.secrets[1])
    for text in [
      "", "pb2b", "pb2b_live_sandbox_0123456789abcde", #"100 % of \ and %zz \u12 \uD83D \u{}"#,
      #"C:\new\table %20"#, String(repeating: #"\"#, count: 50), "%", "\\u00",
    ] {
      #expect(register.redact(text) == text)
    }
    let bytes = [UInt8](0...255)
    #expect(register.redact(bytes) == bytes)
  }

  @Test func `a secret is covered from when it is added`() {
    let register = register()
    #expect(register.redact("later_secret") == "later_secret")
    register.add(Secret("later_secret"))
    #expect(register.redact("later_secret") == "•••")
    register.add(Secret("another_one"), isPassing: true)
    #expect(register.redact("later_secret another_one") == "••• •••")
  }

  @Test func `of those that end by themselves the last thousand are remembered, and all that stay`()
  {
    let register = register("configured_key")
    for number in 1...1300 { register.add(Secret("token_number_\(number)_"), isPassing: true) }
    #expect(register.redact("token_number_1_") == "token_number_1_")
    for text in ["configured_key", "token_number_1300_", "token_number_600_"] {
      #expect(register.redact(text) == "•••")
    }
    // One that comes back is known again.
    register.add(Secret("token_number_1_"), isPassing: true)
    #expect(register.redact("token_number_1_") == "•••")
  }

  @Test func `recipes get the links to their files, people do not`() {
    let register = register()
    register.add(link: "https://files.example.com/e/1.csv?sig=a%2Fb")
    let text = "GET https://files.example.com/e/1.csv?sig=a%2Fb now"
    #expect(register.redact(text) == "GET https://files.example.com••• now")
    #expect(register.redact(text, .input) == text)
  }

  @Test func `a variable whose name says that it holds a secret is one`() {
    let register = register()
    register.add(environment: ["ACME_API_KEY": "acme-key-1\n", "PLACE": "near acme", "X_TOKEN": ""])
    #expect(register.redact("acme-key-1 near acme") == "••• near acme")
  }
}

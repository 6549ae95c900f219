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
    for number in 1...1300 {
      register.add(Secret("token_number_\(number)_"), isPassing: true)
      if number > 1000, number % 50 == 1 {
        #expect(register.redact("token_number_\(number - 999)_") == "•••", "\(number)")
      }
    }
    #expect(register.redact("token_number_1_") == "token_number_1_")
    for text in ["configured_key", "token_number_1300_", "token_number_600_"] {
      #expect(register.redact(text) == "•••")
    }
    // One that comes back is known again.
    register.add(Secret("token_number_1_"), isPassing: true)
    #expect(register.redact("token_number_1_") == "•••")
  }

  @Test func `a token that is used is not forgotten, however many links and tokens come after it`()
  {
    let register = register()
    register.add(Secret("token_in_use"), isPassing: true)
    for number in 1...1500 { register.add(link: "https://files.example.com/e/\(number)") }
    #expect(register.redact("token_in_use", .input) == "•••")
    for number in 1...1500 {
      register.add(Secret("token_number_\(number)_"), isPassing: true)
      if number % 500 == 0 { register.add(Secret("token_in_use"), isPassing: true) }
    }
    #expect(register.redact("token_in_use", .input) == "•••")
  }

  @Test func `what is escaped a thousand times over takes no more forms than any other secret`() {
    let secret = { (times: Int) in "%" + String(repeating: "25", count: times) + "2Fsecret" }
    #expect(SecretForms.forms(of: Array(secret(2000).utf8)).count < 16)
    let register = register(secret(2000))
    // As it is, and resolved as often as texts are.
    for times in [2000, 1999, 1997] {
      #expect(register.redact("a \(secret(times)) b") == "a ••• b")
    }
  }

  @Test func `of links that are too long to be followed only the beginning is kept`() {
    let register = register()
    register.add(link: "https://files.example.com/" + String(repeating: "ab%25", count: 20_000))
    #expect(register.reach(.output).map { $0 < 1 << 17 } == true)
    #expect(register.redact("/" + String(repeating: "ab%25", count: 2000)).hasPrefix("•••"))
  }

  @Test func `a thousand long links do not take the memory of a thousand`() {
    let register = register()
    let link = { (number: Int) in "/\(number)/" + String(repeating: "x", count: 4000) }
    for number in 1...400 { register.add(link: "https://files.example.com" + link(number)) }
    #expect(register.redact(link(400)) == "•••" && register.redact(link(1)) == link(1))
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

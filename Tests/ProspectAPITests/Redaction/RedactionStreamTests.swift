import ScriptedServer
import Testing

@testable import ProspectAPI

/// Texts in pieces: what comes out does not depend on where they are cut.
@Suite(.timeLimit(.minutes(2))) struct RedactionStreamTests {
  private static let key = "sk_live/4f+9Zq 7x"

  private func shown(_ text: [UInt8], pieces: (Int) -> Int) -> [UInt8] {
    let register = SecretRegister()
    register.add(Secret(Self.key))
    var stream = RedactionStream(register)
    var shown: [UInt8] = []
    var place = 0
    while place < text.count {
      let end = min(text.count, place + max(1, pieces(place)))
      shown += stream.take(Array(text[place..<end]))
      place = end
    }
    return shown + stream.flush()
  }

  @Test func `a secret is hidden in every form, wherever the text is cut`() {
    let traces = SecretWriting.traces(of: Self.key)
    for (name, form) in SecretWriting.all(of: Self.key) {
      let text = Array("one \(form) two\n".utf8)
      for cut in 0...text.count {
        let result = String(
          decoding: shown(text) { $0 < cut ? cut - $0 : text.count }, as: UTF8.self)
        for trace in traces { #expect(!result.contains(trace), "\(name) cut at \(cut)") }
        #expect(result.hasPrefix("one ") && result.hasSuffix(" two\n"), "\(name) cut at \(cut)")
      }
    }
  }

  @Test(arguments: [1, 2, 3, 5, 7, 64])
  func `a secret is hidden in every form, in pieces of any size`(_ size: Int) {
    let traces = SecretWriting.traces(of: Self.key)
    for (name, form) in SecretWriting.all(of: Self.key) {
      let text = Array("x%\(form)\(form)\\ \(Self.key) end".utf8)
      let result = String(decoding: shown(text) { _ in size }, as: UTF8.self)
      for trace in traces { #expect(!result.contains(trace), "\(name)") }
      #expect(result.hasSuffix(" end"), "\(name)")
    }
  }

  @Test func `texts without secrets come out as they went in`() {
    var random = SystemRandomNumberGenerator()
    // Made of what secrets and escapes are made of, so that many a beginning of one is in it.
    let parts = [
      "sk_l", "ive/", "sk_live/4f+9", "%2", "F", "\\u", "00", "\\", "736b5f", "c2tf", "\n", " ",
    ]
    for _ in 0..<300 {
      let text = Array(
        (0..<20).compactMap { _ in parts.randomElement(using: &random) }.joined().utf8)
      let result = shown(text) { _ in Int.random(in: 1...9, using: &random) }
      #expect(result == text)
    }
  }

  @Test func `what cannot be a secret is shown at once`() {
    let register = SecretRegister()
    register.add(Secret(Self.key))
    var stream = RedactionStream(register)
    #expect(stream.take(Array("Name: ".utf8)) == Array("Name: ".utf8))
    #expect(stream.take(Array("pages".utf8)) == Array("pages".utf8))
    #expect(stream.take(Array("x sk_li".utf8)) == Array("x ".utf8))
    #expect(stream.take(Array("st\n".utf8)) == Array("sk_list\n".utf8))
    #expect(stream.flush() == [])
  }

  @Test func `what was shown of a secret at a stop is all of it that is seen`() {
    let register = SecretRegister()
    register.add(Secret(Self.key))
    var stream = RedactionStream(register)
    let bytes = Array(Self.key.utf8)
    let text =
      stream.take(Array(bytes[..<8])) + stream.flush() + stream.take(Array(bytes[8...]))
      + stream.flush()
    #expect(String(decoding: text, as: UTF8.self) == "sk_live/•••")
  }

  @Test func `without secrets a text passes untouched`() {
    var stream = RedactionStream(SecretRegister())
    #expect(stream.take(Array("%2".utf8)) == Array("%2".utf8))
    #expect(stream.flush() == [])
  }
}

import ProspectJSON
import Testing

@Suite struct JSONEncodingTests {
  @Test func everyByteOfATextIsWrittenSoThatItReadsBack() throws {
    for scalar in (0...0x2FF).compactMap(Unicode.Scalar.init) {
      let text = "a\(Character(scalar))b"
      let encoded = JSON.string(text).encoded
      #expect(encoded.allSatisfy { $0 >= 0x20 })
      #expect(try JSON.parse(encoded) == .string(text))
    }
    #expect(JSON.string("\u{1F}\u{8}\"\\\n\r\t/é").text == #""\u001f\u0008\"\\\n\r\t/é""#)
  }

  @Test(arguments: [
    (0.0, "0.0"), (-0.0, "-0.0"), (1.0, "1.0"), (0.1, "0.1"), (1e300, "1e+300"),
    (.leastNonzeroMagnitude, "5e-324"),
    (.nan, "null"), (.infinity, "null"), (-.infinity, "null"), (.pi, "3.141592653589793"),
  ])
  func numbersKeepTheirKindAndValue(_ number: Double, _ text: String) throws {
    #expect(JSON.number(number).text == text)
    guard number.isFinite else { return }
    #expect(try JSON.parse(text) == .number(number))
  }

  @Test func membersKeepTheirOrder() {
    let object: JSON = ["z": 1, "a": [true, nil, "x"], "": [:]]
    #expect(object.text == #"{"z":1,"a":[true,null,"x"],"":{}}"#)
  }
}

import ProspectJSON
import Testing

@testable import ProspectAPI

@Suite struct PrepareTests {
  let parser = JSONParser()

  func prepare(_ operation: String, _ arguments: String) throws -> PreparedCall {
    let found = try #require(try Acme.provider().operations[operation])
    return try found.prepare(Array(arguments.utf8), parser: parser)
  }

  @Test func whenAllArgumentsGoIntoTheBodyTheirBytesAreTheBody() throws {
    let text = #"{"email":"a@b.example","phone":null,"score":5,"tags":[]}"#
    let call = try prepare("leads.create", text)
    #expect(call.target == "/leads")
    #expect(call.body.map { String(decoding: $0, as: UTF8.self) } == text)
  }

  @Test func pathQueryAndHeaderCarryTheirArguments() throws {
    let call = try prepare(
      "leads.get", #"{"deleted":true,"fields":["a b","c&d=é"],"lead_id":"x/../y?z#%","trace":"t"}"#)
    #expect(
      call.target
        == "/leads/x%2F..%2Fy%3Fz%23%25?include_deleted=true&fields=a%20b&fields=c%26d%3D%C3%A9")
    #expect(call.body == nil)
    #expect(call.headers.map(\.name) == ["X-Trace"])
  }

  @Test func anEmptyObjectIsSentWhereTheProviderInsistsOnOne() throws {
    #expect(try prepare("exports.start", "{}").body == Array("{}".utf8))
    #expect(try prepare("exports.start", "[]").body == Array("{}".utf8))
  }

  @Test(arguments: [
    ("leads.create", #"{"emial":"x"}"#, #"unknown argument "emial"; did you mean "email"?"#),
    ("leads.create", #"{"zzzzzz":"x"}"#, #"unknown argument "zzzzzz""#),
    ("leads.create", #"{"email":1}"#, #"argument "email" must be a string, got an integer"#),
    ("leads.create", #"{"email":null}"#, #"argument "email" must not be null"#),
    ("leads.create", #"{"email":"0123456789012345678901"}"#, "at most 20 characters"),
    ("leads.create", #"{"email":"a","email":"b"}"#, #"argument "email" is given twice"#),
    ("leads.create", #"{"email":"a","score":101}"#, "must be at most 100"),
    ("leads.create", #"{"email":"a","score":-1}"#, "must be at least 0"),
    ("leads.create", #"{"email":"a","score":1.5}"#, "must be an integer"),
    ("leads.create", #"{"email":"a","stage":"lost"}"#, "must be one of new, won"),
    ("leads.create", #"{"email":"a","tags":["a",1]}"#, "must be a list of strings"),
    ("leads.create", #"{"email":"a","tags":{"a":1}}"#, "must be a list of strings"),
    ("leads.create", #"{"email":"a","seen_at":"yesterday"}"#, "such as 2026-11-01T00:00:00Z"),
    ("leads.create", #"{"email":"a","seen_at":"2026-02-29T00:00:00Z"}"#, "date and time"),
    ("leads.create", #"{"phone":"1"}"#, "one of these arguments is needed: email, full_name"),
    ("leads.create", "7", "must be a table"),
    ("leads.create", "{", "no JSON"),
    ("leads.get", "{}", #"argument "lead_id" is missing"#),
    ("leads.get", #"{"lead_id":".."}"#, "must be an identifier"),
    ("leads.get", #"{"lead_id":""}"#, "must be an identifier"),
    ("leads.get", #"{"lead_id":"1","trace":"a\r\nX: y"}"#, "must not hold control characters"),
  ])
  func aWrongArgumentIsRefusedWithItsName(
    _ operation: String, _ arguments: String, _ words: String
  ) {
    let error = #expect(throws: CallError.self) { try prepare(operation, arguments) }
    #expect(error?.kind == .argument)
    #expect(error?.operation == operation)
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "no error")")
  }

  @Test(arguments: [
    "2026-11-01T00:00:00Z", "2024-02-29t23:59:60.123z", "2026-11-01T00:00:00+05:30",
  ])
  func datesInISO8601AreTaken(_ text: String) throws {
    _ = try prepare("leads.create", #"{"email":"a","seen_at":"\#(text)"}"#)
  }
}

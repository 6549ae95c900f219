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
      "leads.get", #"{"deleted":true,"fields":["a b","c&d=é"],"lead_id":"x..y?z#%","trace":"t"}"#)
    #expect(
      call.target
        == "/leads/x..y%3Fz%23%25?include_deleted=true&fields=a%20b&fields=c%26d%3D%C3%A9")
    #expect(call.body == nil)
    #expect(call.headers.map(\.name) == ["X-Trace"])
  }

  @Test(arguments: ["..", "a/b", "../x", "a\\\\b", "a\\u0000", "a\\r\\n"])
  func whatCouldClimbOutOfItsPlaceInThePathIsNoIdentifier(_ value: String) {
    let error = #expect(throws: CallError.self) {
      try prepare("leads.get", "{\"lead_id\":\"\(value)\"}")
    }
    #expect(error?.message.contains("must be an identifier") == true)
  }

  @Test func anEmptyObjectIsSentWhereTheProviderInsistsOnOne() throws {
    #expect(try prepare("exports.start", "{}").body == Array("{}".utf8))
    #expect(try prepare("exports.start", "[]").body == Array("{}".utf8))
  }

  @Test func fieldsInsideAnArgumentAreSentUnderTheirOwnNames() throws {
    let call = try prepare(
      "orders.create",
      #"{"confirm":true,"people":[{"email":"a"}],"plan":"pro","ship":{"city":"Bern","floor":null}}"#
    )
    #expect(call.target == "/v2/orders?api=2&dry=false")
    let body = String(decoding: try #require(call.body), as: UTF8.self)
    #expect(
      body
        == #"{"people":[{"mail":"a"}],"plan":"pro","ship":{"town":"Bern","floor":null}}"#)
  }

  @Test func theAgreementOfAPersonIsNotSent() throws {
    let call = try prepare("orders.create", #"{"confirm":true,"plan":"pro"}"#)
    #expect(call.body == Array(#"{"plan":"pro"}"#.utf8))
    #expect(call.arguments == Array(#"{"confirm":true,"plan":"pro"}"#.utf8))
  }

  @Test(arguments: [
    (#"{"confirm":true}"#, "exactly one of these arguments is needed: plan, plan_id"),
    (#"{"confirm":true,"plan":"ab","plan_id":"c"}"#, "exactly one of these arguments is needed"),
    (#"{"plan":"ab"}"#, "confirm = true is needed: An order costs money."),
    (#"{"confirm":false,"plan":"ab"}"#, "confirm = true is needed"),
    (#"{"confirm":"true","plan":"ab"}"#, "confirm = true is needed"),
    (#"{"confrm":true,"plan":"ab"}"#, #"unknown argument "confrm"; did you mean "confirm"?"#),
    (#"{"plan":"a"}"#, #"argument "plan" must have at least 2 characters"#),
    (#"{"day":"2026-02-29"}"#, #"argument "day" must be a date such as 2026-11-01, got "2026"#),
    (#"{"day":"2026-11-01T00:00:00Z"}"#, "must be a date such as 2026-11-01"),
    (#"{"tags":[]}"#, #"argument "tags" must have at least 1 element"#),
    (#"{"tags":["hot","hot","hot"]}"#, "must have at most 2 elements"),
    (
      #"{"tags":["hot","clod"]}"#,
      #"argument "tags[2]" must be one of hot, cold; did you mean "cold"?"#
    ),
    (#"{"ship":{"ctiy":"x"}}"#, #"unknown argument "ship.ctiy"; did you mean "city"?"#),
    (#"{"ship":{}}"#, #"argument "ship.city" is missing"#),
    (#"{"ship":{"city":null}}"#, #"argument "ship.city" must not be null"#),
    (#"{"ship":{"city":"x","floor":-1}}"#, #"argument "ship.floor" must be at least 0"#),
    (#"{"ship":["x"]}"#, #"argument "ship" must be a table with names, got a table"#),
    (#"{"people":[{"email":"a"},{}]}"#, #"argument "people[2].email" is missing"#),
    (#"{"people":[{"email":1}]}"#, #"argument "people[1].email" must be a string"#),
  ])
  func aRuleAboutArgumentsNamesThePlace(_ arguments: String, _ words: String) {
    let error = #expect(throws: CallError.self) { try prepare("orders.create", arguments) }
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "no error")")
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

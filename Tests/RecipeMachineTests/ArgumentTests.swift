import MachinePort
import Testing

/// The rules about arguments on the recipe's side; the host says the same (PrepareTests).
struct ArgumentTests {
  private static let description = """
    {"name":"shop","operations":{"orders.create":{
      "confirm":"An order costs money.","exactly_one":["plan","plan_id"],
      "parameters":{
        "plan":{"type":"string","min_length":2},"plan_id":{"type":"string"},
        "day":{"type":"date"},"at":{"type":"date-time"},
        "tags":{"type":"string[]","enum":["hot","cold"],"min_items":1,"max_items":2},
        "ship":{"type":"object","fields":{
          "city":{"type":"string","required":true},
          "floor":{"type":"integer","min":0,"nullable":true}}},
        "people":{"type":"object[]","fields":{
          "email":{"type":"string","required":true},"tags":{"type":"string[]"}}},
        "free":{"type":"object"}}}}}
    """

  private func host() throws -> ScriptedHost {
    try ScriptedHost { request in
      switch request {
      case .module("shop"): .provider(Self.description)
      case .call(_, let arguments, _): .json(String(decoding: arguments, as: UTF8.self))
      default: nil
      }
    }
  }

  @Test(arguments: [
    ("confirm = true", "exactly one of these arguments is needed: plan, plan_id"),
    ("confirm = true, plan = 'ab', plan_id = 'c'", "exactly one of these arguments is needed"),
    ("plan = 'ab'", "confirm = true is needed: An order costs money."),
    ("plan = 'ab', confirm = 1", "confirm = true is needed: An order costs money."),
    ("confrm = true", #"unknown argument "confrm"; did you mean "confirm"?"#),
    ("plan = 'é'", #"argument "plan" must have at least 2 characters"#),
    ("plan = 7", #"argument "plan" must be a string, got an integer"#),
    ("day = '2026-02-29'", #"argument "day" must be a date such as 2026-11-01, got "2026-02-29""#),
    ("day = '2026-11-01T00:00:00Z'", "must be a date such as 2026-11-01"),
    ("at = 'yesterday'", "must be a date and time such as 2026-11-01T00:00:00Z, got \"yesterday\""),
    ("at = '2026-11-01T24:00:00Z'", "must be a date and time"),
    ("tags = {}", #"argument "tags" must have at least 1 element"#),
    ("tags = { 'hot', 'hot', 'hot' }", "must have at most 2 elements"),
    (
      "tags = { 'hot', 'clod' }",
      #"argument "tags[2]" must be one of hot, cold; did you mean "cold"?"#
    ),
    ("ship = { ctiy = 'x' }", #"unknown argument "ship.ctiy"; did you mean "city"?"#),
    ("ship = {}", #"argument "ship.city" is missing"#),
    ("ship = { city = json.null }", #"argument "ship.city" must not be null"#),
    ("ship = { city = 'x', floor = -1 }", #"argument "ship.floor" must be at least 0"#),
    ("ship = { 'x' }", #"argument "ship" must be a table with names, got a table"#),
    ("people = { { email = 'a' }, {} }", #"argument "people[2].email" is missing"#),
    ("people = { { email = 1 } }", #"argument "people[1].email" must be a string, got an integer"#),
  ])
  func `a wrong argument is an error that names its place`(
    arguments: String, message: String
  ) throws {
    let host = try host()
    host.run("local shop = require 'shop'\nshop.orders.create { \(arguments) }")
    let failure = try #require(host.failure)
    #expect(failure.message.contains(message), "\(failure.message)")
    #expect(failure.line == 2)
  }

  @Test(arguments: [
    ("plan = 'ab', day = '2024-02-29'", #"{"confirm":true,"day":"2024-02-29","plan":"ab"}"#),
    ("plan_id = 'x', at = '2026-11-01t08:30:60.5+05:30'", #"2026-11-01t08:30:60.5+05:30"#),
    (
      "plan_id = 'x', ship = { city = 'Bern', floor = json.null }", #"{"city":"Bern","floor":null}"#
    ),
    ("plan_id = 'x', people = { { email = 'a', tags = {} } }", #"{"email":"a","tags":[]}"#),
    ("plan_id = 'x', free = { anything = { 1, 2 } }", #""free":{"anything":[1,2]}"#),
  ])
  func `right arguments are sent as they are`(arguments: String, sent: String) throws {
    let host = try host()
    host.run("print(json.encode(require('shop').orders.create { confirm = true, \(arguments) }))")
    #expect(host.failure == nil, "\(host.failure?.message ?? "")")
    let calls = host.requests.compactMap { request -> String? in
      guard case .call(_, let arguments, _) = request else { return nil }
      return String(decoding: arguments, as: UTF8.self)
    }
    #expect(calls.count == 1 && calls[0].contains(sent), "\(calls)")
  }
}

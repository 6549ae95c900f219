import ProspectAPI
import ProspectJSON
import Testing

@testable import ProspectCLI

@Suite struct CompleterTests {
  private func complete(_ text: String, after inputs: [String] = []) throws -> [String] {
    let table = CompletionTable(
      providers: [try Provider(description: Self.crm)], types: EditorTypes.files(of: []))
    var completer = Completer(table: table)
    for input in inputs { completer.note(input) }
    return completer.candidates(for: text, cursor: text.endIndex).candidates
  }

  @Test(arguments: [
    ("require(\"crm\").", ["exports", "leads", "me"]),
    ("require 'crm'.leads.up", ["upsert"]),
    ("require [[crm]].leads.", ["delete", "list", "tags", "upsert"]),
    ("local c = require 'crm' c.leads.tags.", ["add"]),
    ("c = require('crm'); return c . exp", ["exports"]),
    ("local l <const> = require 'crm'.leads print(l.li", ["list"]),
    ("local a, b = require 'csv', require 'crm' b.m", ["me"]),
    ("local c = require 'crm' for _, n in ipairs(t) do local l = c.leads l.up", ["upsert"]),
    ("require 'crm'.exports.", ["job", "start", "status"]),
    ("require 'crm'.leads.upsert.", []),
    ("require 'crm'.leads.list():", []),
    ("require 'crm'.nothing.", []),
    ("x.require 'crm'.", []),
    ("local c = require 'crm' local function f(c) c.", []),
    ("local c = require 'crm' c = other() c.", []),
    ("local t = { c = require 'crm' } c.", []),
  ])
  func completesOperations(_ text: String, _ candidates: [String]) throws {
    #expect(try complete(text) == candidates)
  }

  @Test(arguments: [
    (["local c = require 'crm'"], "c.leads.up", ["upsert"]),
    (["local c = require 'crm'", "leads = c.leads"], "leads.up", ["upsert"]),
    (["c = require 'crm' local up = c.leads.upsert"], "up { em", ["email"]),
    (["c = require 'crm'", "c = require 'csv'"], "c.", ["format", "parse", "rows"]),
    (["do local c = require 'crm' end"], "c.", []),
    (["if true then c = require 'crm' end"], "c.m", ["me"]),
    (["local c = require 'crm' error 'x'"], "c.m", ["me"]),
    (
      ["for row_a in f() do end", "row_b = 1", "function row_c(row_d) end"], "row_",
      ["row_b", "row_c"]
    ),
  ])
  func remembersWhatEarlierInputsSet(
    _ inputs: [String], _ text: String, _ candidates: [String]
  ) throws {
    #expect(try complete(text, after: inputs) == candidates)
  }

  @Test(arguments: [
    ("c.leads.upsert { em", ["email"]),
    ("c.leads.upsert {", ["active", "email", "home", "id", "people", "stage", "tags"]),
    ("c.leads.upsert({ email = f { 1, id = 2 }, i", ["id"]),
    ("c.leads.upsert { email = 'x', id = 1; ", ["active", "home", "people", "stage", "tags"]),
    ("c.leads.upsert {\n  email = 'x',\n  st", ["stage"]),
    ("c.leads.upsert { stage = \"", ["new", "won"]),
    ("c.leads.upsert { stage = 'n", ["new"]),
    ("c.leads.upsert { stage = ", ["\"new\"", "\"won\""]),
    ("c.leads.upsert { tags = { \"hot\", \"co", ["cold"]),
    ("c.leads.upsert { active = t", ["true"]),
    ("c.leads.upsert { active = ", ["false", "true"]),
    ("c.leads.upsert { home = { ci", ["city"]),
    ("c.leads.upsert { people = { { name = 'x', }, { na", ["name"]),
    ("c.leads.upsert { email = \"", []),
    ("c.leads.upsert { email = req", ["require"]),
    ("c.leads.delete { id = 1, con", ["confirm"]),
    ("c.leads.delete { confirm = ", ["true"]),
    ("c.exports.start { max", ["max_credits"]),
  ])
  func completesArguments(_ text: String, _ candidates: [String]) throws {
    #expect(try complete(text, after: ["c = require 'crm'"]) == candidates)
  }

  @Test(arguments: [
    ("require \"c", ["crm", "csv"]),
    ("require('web", ["webhooks"]),
    ("require 'json", []),
    ("csv.", ["format", "parse", "rows"]),
    ("json.nu", ["null"]),
    ("log.w", ["warn"]),
    ("string.for", ["format"]),
    ("local rows = csv.rows for r in rows.", []),
    ("fun", ["function"]),
    ("webh", ["webhooks"]),
    ("local long_name = 1 return long_n", ["long_name"]),
    ("#tab", ["table"]),
    ("local fun", []),
    ("-- fun", []),
    ("--[[ fun\nfun", []),
    ("x = 12", []),
    ("print 'fun", []),
    ("ünknown.fun", []),
  ])
  func completesWordsAndModules(_ text: String, _ candidates: [String]) throws {
    #expect(try complete(text) == candidates)
  }

  @Test func offersEverythingAtTheTop() throws {
    let candidates = try complete("", after: ["mine = 1"])
    for word in ["while", "print", "require", "string", "json", "parallel", "os", "mine"] {
      #expect(candidates.contains(word))
    }
    #expect(candidates == Set(candidates).sorted())
  }

  @Test func looksBeforeTheCursorOnly() throws {
    let table = CompletionTable(providers: [], types: EditorTypes.files(of: []))
    let line = "csv.ro('x')"
    let cursor = try #require(line.firstIndex(of: "("))
    let completion = Completer(table: table).candidates(for: line, cursor: cursor)
    #expect(completion.prefix == "ro")
    #expect(completion.insertion == "ws")
  }

  private static let stage: JSON = ["type": "string", "enum": ["new", "won"]]
  private static let upsert: JSON = [
    "summary": "Upserts.", "method": "POST", "path": "/leads", "effect": "natural",
    "parameters": [
      "email": ["type": "string"], "id": ["type": "integer"], "active": ["type": "boolean"],
      "tags": ["type": "string[]", "enum": ["hot", "cold"]], "stage": stage,
      "home": ["type": "object", "fields": ["city": ["type": "string"]]],
      "people": ["type": "object[]", "fields": ["name": ["type": "string"]]],
    ],
  ]
  private static let crm: JSON = [
    "name": "crm", "base_url": "https://crm.example",
    "operations": [
      "me": ["summary": "Me.", "method": "GET", "path": "/me", "effect": "read"],
      "leads.list": ["summary": "Lists.", "method": "GET", "path": "/leads", "effect": "read"],
      "leads.upsert": upsert,
      "leads.tags.add": [
        "summary": "Tags.", "method": "POST", "path": "/tags", "effect": "natural",
      ],
      "leads.delete": [
        "summary": "Deletes.", "method": "DELETE", "path": "/leads/{id}", "effect": "natural",
        "confirm": "Gone for good.", "parameters": ["id": ["type": "integer", "required": true]],
      ],
      "exports.status": [
        "summary": "Reads.", "method": "GET", "path": "/exports/{id}", "effect": "read",
        "parameters": ["id": ["type": "string", "required": true]],
      ],
      "exports.start": [
        "summary": "Orders.", "method": "POST", "path": "/exports", "effect": "unrepeatable",
        "cost": ["per": "call", "credits": 1],
        "job": [
          "id": "id", "poll": "exports.status", "argument": "id", "status": "status",
          "done": ["done"],
        ],
      ],
    ],
  ]
}

import ProspectAPI
import ProspectJSON
import Testing

@testable import RecipeCheck

@Suite struct RecipeReaderTests {
  private func read(_ source: String) throws -> RecipeReport {
    let provider = try Provider(description: Self.crm)
    return RecipeReader.read(
      Array(source.utf8), names: RecipeNames(providers: [provider], modules: ["csv", "lib.x"]))
  }

  @Test(arguments: [
    ("local crm = require \"crm\"\ncrm.leads.list()", ["leads.list 2"]),
    ("local crm = require('crm')\nlocal leads = crm.leads\nleads.list()", ["leads.list 3"]),
    ("require(\"crm\").leads.list():first(3)", ["leads.list 1"]),
    ("local crm = require [[crm]] local f = crm.leads[\"list\"] f() f()", ["leads.list 1"]),
    ("crm = require 'crm'\nfunction go() return crm.me() end", ["me 2"]),
    ("local crm\ncrm = require 'crm'\nprint(pcall(crm.me))", ["me 3"]),
    (
      "local crm <const> = require 'crm' for l in crm.leads.list() do crm.me() end",
      ["leads.list 1", "me 1"]
    ),
    ("local c = require 'crm' parallel.map({}, c.me) c.me()\nc.me()", ["me 1,2"]),
    ("-- require 'crm'.me()\n--[==[ require 'crm'.me() ]==]\nlocal s = 'require \"crm\".me()'", []),
    (
      "#!/usr/bin/env prospect-run\nlocal t = { c = 0x1p4 } goto x ::x:: return require 'crm'.me()",
      ["me 2"]
    ),
    (
      "local crm = require 'crm' if a then repeat local crm = 1 until crm.foo else crm.me() end",
      ["me 1"]
    ),
    ("local crm = require 'crm' local function f(crm) return crm.nothing end", []),
    ("local n = 2^3 // 1 << 2 ~= 4 and not #{} or -1 local crm = require 'crm' crm.me()", ["me 1"]),
  ])
  func findsTheOperationsThatAreNamed(_ source: String, _ uses: [String]) throws {
    let report = try read(source)
    #expect(
      report.uses.map { use in
        "\(use.operation.name) \(use.lines.map(String.init).joined(separator: ","))"
      } == uses)
    #expect(report.findings.isEmpty, "\(report.findings)")
  }

  @Test(arguments: [
    ("\nrequire 'crn'", 2, "there is no module 'crn'; did you mean \"crm\"?"),
    ("require 'lib.y'", 1, "there is no module 'lib.y'; did you mean \"lib.x\"?"),
    (
      "local c = require 'crm'\nc.leads.upsrt {}", 2,
      "crm has no operation leads.upsrt; did you mean \"leads.upsert\"?"
    ),
    ("local c = require 'crm'\nlocal l = c.laeds", 2, "crm has no operation laeds"),
    (
      "local c = require 'crm'\nc.leads.upsert {\n  email = 'x',\n  emial = 1,\n}", 4,
      "crm.leads.upsert: unknown argument \"emial\"; did you mean \"email\"?"
    ),
    (
      "require 'crm'.leads.upsert { email = 7 }", 1,
      "argument \"email\" must be a string, got an integer"
    ),
    (
      "require 'crm'.leads.upsert { email = 'x', stage = 'nwe' }", 1,
      "must be one of new, won; did you mean \"new\"?"
    ),
    (
      "require 'crm'.leads.upsert { email = 'x', tags = { 1 } }", 1,
      "argument \"tags\" must be a list of strings"
    ),
    (
      "require 'crm'.leads.upsert { email = 'x', home = { ctiy = 1 } }", 1,
      "unknown argument \"home.ctiy\"; did you mean \"city\"?"
    ),
    ("require 'crm'.leads.upsert()", 1, "one of these arguments is needed: email, id"),
    ("pcall(require 'crm'.leads.upsert, { emial = 'x' })", 1, "unknown argument \"emial\""),
    ("require 'crm'.leads.delete { id = 1 }", 1, "confirm = true is needed: Gone for good."),
    ("require 'crm'.leads.delete { confirm = true }", 1, "argument \"id\" is missing"),
    (
      "require 'crm'.leads.delete { id = -1, confirm = true }", 1,
      "argument \"id\" must be at least 0"
    ),
  ])
  func findsMistakesWithTheirLine(_ source: String, _ line: Int, _ message: String) throws {
    let findings = try read(source).findings
    #expect(findings.first?.line == line)
    #expect(findings.first?.message.contains(message) == true, "\(findings)")
  }

  @Test(arguments: [
    "local c = require 'crm' if x then c = require 'csv' end c.nothing()",
    "local c = require 'crm' c = other c = c or other c.nothing()",
    "local function f(t) require 'crm'.leads.upsert(t) end",
    "require 'crm'.leads.upsert { [key] = 1 }",
    "require 'crm'.leads.upsert { email = row.email, id = n }",
    "require(name).anything.at.all {}",
    "local require = print require 'crn'",
    "require 'crm'.leads.list():pages().foo()",
    "x.y[1].z = require 'crm'.me().anything",
  ])
  func isSilentAboutWhatIsNotCertain(_ source: String) throws {
    #expect(try read(source).findings.isEmpty)
  }

  private static let crm: JSON = [
    "name": "crm", "base_url": "https://crm.example",
    "operations": [
      "me": ["summary": "Me.", "method": "GET", "path": "/me", "effect": "read"],
      "leads.list": ["summary": "Lists.", "method": "GET", "path": "/leads", "effect": "read"],
      "leads.upsert": [
        "summary": "Upserts.", "method": "POST", "path": "/leads", "effect": "natural",
        "at_least_one": ["email", "id"],
        "parameters": [
          "email": ["type": "string"], "id": ["type": "integer"], "tags": ["type": "string[]"],
          "stage": ["type": "string", "enum": ["new", "won"]],
          "home": ["type": "object", "fields": ["city": ["type": "string"]]],
        ],
      ],
      "leads.delete": [
        "summary": "Deletes.", "method": "DELETE", "path": "/leads/{id}", "effect": "natural",
        "confirm": "Gone for good.",
        "parameters": ["id": ["type": "integer", "required": true, "min": 0]],
      ],
    ],
  ]
}

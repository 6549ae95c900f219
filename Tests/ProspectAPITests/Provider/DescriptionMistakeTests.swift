import ProspectJSON
import Testing

@testable import ProspectAPI

/// Each field of docs/providers.md, written wrongly.
@Suite struct DescriptionMistakeTests {
  private static let order = ["operations", "orders.create"]
  private static let plan = order + ["parameters", "plan"]
  private static let job = ["operations", "exports.start", "job"]
  private static let login: JSON = [
    "environment": ["username": "ACME_USERNAME", "password": "ACME_PASSWORD"],
    "operation": "leads.get", "access_token": "access",
  ]

  private static let provider: [([String], JSON?, String)] = [
    (["summary"], 7, "summary: must be a text, not an integer"),
    (["optional"], "yes", "optional: must be true or false, not a string"),
    (["errors"], ["mesage": "x"], "errors.mesage: unknown field; did you mean \"message\"?"),
    (["errors"], ["message": ["a..b"]], "errors.message: \"a..b\" is no path"),
    (["request_id"], ["body": ".x"], "request_id.body: \".x\" is no path such as error.message"),
    (["retry_after"], [1], "retry_after: must hold texts only, not an integer"),
    (["credits"], ["operation": "leads.get"], "credits.balance: is missing"),
    (
      ["credits"], ["operation": "leads.gte", "balance": "credits"],
      "credits.operation: there is no operation \"leads.gte\"; did you mean \"leads.get\"?"
    ),
    (["authentication", "login"], ["operation": "x"], "login.environment: is missing"),
    (
      ["authentication", "login"], login,
      "login.operation: leads.get has no parameter \"username\""
    ),
    (["identity"], [:], "identity.operation: is missing"),
    (["identity"], ["operation": "me"], "identity.operation: there is no operation \"me\""),
    (
      ["operations", "exports.job"],
      ["summary": "Reads.", "method": "GET", "path": "/x", "effect": "read"],
      "exports.job\"]: the name is taken: it picks up the jobs of exports.start"
    ),
    (["operations", "end.of"], [:], "\"end\" is a word of Lua"),
    (["operations", "a b"], [:], "is of the form resource.verb"),
    (["operations", "leads"], [:], "there is an operation \"leads\", which can hold no other"),
  ]

  private static let operation: [([String], JSON?, String)] = [
    (order + ["notes"], true, ".notes: must be a text"),
    (order + ["root"], 1, ".root: must be true or false"),
    (order + ["public"], "no", ".public: must be true or false"),
    (order + ["life"], "legcy", ".life: unknown life \"legcy\"; did you mean \"legacy\"?"),
    (order + ["source"], "seeds", "unknown source \"seeds\"; did you mean \"seed\"?"),
    (order + ["fixed"], ["a": ["b"]], ".fixed.a: must be a text, a number or a truth value"),
    (order + ["exactly_one"], ["pln"], ".exactly_one: there is no parameter \"pln\"; did you mean"),
    (order + ["at_least_one"], ["plan"], "exactly_one: \"plan\" is in at_least_one too"),
    (order + ["body"], "empty", ".body: unknown body \"empty\""),
    (order + ["confirm"], true, ".confirm: must be a text, not a boolean"),
    (order + ["parameters", "confirm"], ["type": "any"], "confirm: the provider has a parameter"),
    (order + ["result"], "a.", ".result: \"a.\" is no path"),
    (order + ["returns"], ["id": "strng"], ".returns.id: unknown type \"strng\"; did you mean"),
    (order + ["secrets"], [true], ".secrets: must hold texts only"),
    (order + ["example"], 1, ".example: must be a text"),
    (order + ["job"], ["id": "id"], ".job.poll: is missing"),
    (
      ["operations", "leads.get", "fixed"], ["include_deleted": true],
      "fixed: \"include_deleted\" is a parameter too"
    ),
    (
      ["operations", "leads.get", "parameters", "fields", "wire"], "include_deleted",
      "two parameters are called \"include_deleted\" in the request"
    ),
  ]

  private static let parameters: [([String], JSON?, String)] = [
    (plan + ["at"], "path", "plan.at: the path holds no {plan}"),
    (plan + ["min"], 1, "plan.min: has no meaning for the type \"string\""),
    (plan + ["min_items"], 1, "plan.min_items: has no meaning for the type \"string\""),
    (plan + ["min_length"], -1, "min_length: must be a whole number of at least 0, not -1"),
    (plan + ["max_length"], 1, "plan.max_length: is less than the least"),
    (plan + ["enum"], [1], "plan.enum: 1 is no string"),
    (
      ["operations", "leads.get", "parameters", "fields", "secret"], true,
      "fields.secret: would stand in the URL"
    ),
    (plan + ["fields"], [:], "plan.fields: has no meaning for the type"),
    (plan + ["defualt"], 1, "plan.defualt: unknown field; did you mean \"default\"?"),
    (plan + ["source"], "page", "unknown source \"page\"; did you mean \"pages\"?"),
    (
      order + ["parameters", "ship", "fields", "city", "at"], "query",
      "ship.fields.city.at: lies where the object lies"
    ),
    (
      order + ["parameters", "ship", "fields", "city", "type"], "text",
      "ship.fields.city.type: unknown type \"text\""
    ),
    (order + ["parameters", "ship", "at"], "query", "\"object\" can only be sent in a body"),
  ]

  private static let costs: [([String], JSON?, String)] = [
    (order + ["cost", "per"], "rwo", ".cost.per: unknown per \"rwo\"; did you mean \"row\"?"),
    (order + ["cost", "credits"], 0, ".cost.credits: must be a whole number of at least 1"),
    (order + ["cost", "per"], "call", ".cost.rows: has no meaning when each call costs the same"),
    (
      order + ["cost", "rows", "seen"], "leads.get", "rows.seen: needs an operation here or in ask"
    ),
    (
      order + ["cost", "rows", "ask"], "leads.get",
      "cost.rows.ask: leads.get has no parameter \"plan_id\""
    ),
    (order + ["cost", "rows", "argument"], "pln", "rows.argument: orders.create has no parameter"),
  ]

  private static let jobs: [([String], JSON?, String)] = [
    (job + ["id"], nil, "job.id: is missing"),
    (job + ["status"], nil, "job.status: is missing"),
    (job + ["argument"], "lead_i", "job.argument: leads.get has no parameter \"lead_i\"; did"),
    (job + ["carry"], ["x"], "job.carry: leads.get: no parameter \"x\""),
    (job + ["done"], [1], "job.done: must hold words or true, not 1"),
    (job + ["failed"], ["ready"], "job.failed: a word cannot mean both done and failed"),
    (job + ["nothing"], 1, "job.nothing: must be true or false"),
    (job + ["timeout"], "long", "job.timeout: must be a number and one of s, m, h, d"),
    (job + ["poll"], "orders.create", "job.argument: orders.create has no parameter \"lead_id\""),
    (
      job + ["results"], ["operation": "leads.gt", "argument": "x"],
      "job.results.operation: there is no operation \"leads.gt\""
    ),
    (
      job + ["results"], ["operation": "leads.get", "argument": "deleted"],
      "job.carry: leads.get needs its parameter \"lead_id\" too"
    ),
  ]

  @Test(arguments: provider + operation + parameters + costs + jobs)
  func aMistakeNamesItsFieldAndTheRemedy(_ path: [String], _ value: JSON?, _ words: String) {
    let error = #expect(throws: DescriptionError.self) {
      try Provider(description: Acme.with(path, value))
    }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "no error")")
  }

  @Test(
    arguments: [
      (["items": nil], "paging.items: is missing"),
      (["items": [1]], "paging.items: must hold texts only"),
      (["argument": "offst"], "argument: leads.list has no parameter \"offst\"; did you mean"),
      (["argument": "name"], "paging.argument: name must be an integer"),
      (["size": ["argument": "limit"]], "paging.size.value: is missing"),
      (["size": ["argument": "limit", "value": 500]], "size.value: is more than limit may be"),
      (["next": "n"], "paging.next: has no meaning for the style \"offset\""),
      (["first": 1], "paging.first: has no meaning for the style \"offset\""),
      (["style": "page", "limit": "l"], "paging.limit: has no meaning for the style \"page\""),
      (["style": "cursor"], "paging.next: is missing"),
      (["style": "cursor", "next": "n", "id": "id"], "paging.id: has no meaning for the style"),
      (["id": true], "paging.id: must be the name of a field, or false"),
    ] as [(JSON.Changes, String)])
  func aMistakeInPagingNamesItsField(_ changes: JSON.Changes, _ words: String) throws {
    let error = #expect(throws: DescriptionError.self) {
      try Provider(description: Acme.withList(changes))
    }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "no error")")
  }
}

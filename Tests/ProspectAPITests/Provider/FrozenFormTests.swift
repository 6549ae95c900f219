import ProspectJSON
import Testing

@testable import ProspectAPI

/// What a description says is what the frozen values say.
@Suite struct FrozenFormTests {
  private func frozen(_ operation: String, _ description: JSON) throws -> Operation {
    try #require(try Provider(description: description).operations[operation])
  }

  @Test func ruleAndMoneyOfAnOperationAreFrozen() throws {
    let order = try frozen("orders.create", Acme.description())
    #expect(order.isRoot && !order.isPublic && order.life == .current)
    #expect(order.exactlyOne == ["plan", "plan_id"])
    #expect(order.fixed.map { "\($0.name)=\($0.value)" } == ["api=2", "dry=false"])
    #expect(order.confirm == "An order costs money.")
    let rows = Cost.Rows(
      source: .ask(operation: "orders.count"), argument: "plan_id", count: ["total"])
    #expect(order.cost?.unit == .row && order.cost?.rows == rows)
    let people = try #require(order.parameters.first { $0.name == "people" })
    #expect(people.fields?.first?.wireName == "mail" && people.maxItems == 2)
  }

  @Test func wordsOfAnOperationAreFrozen() throws {
    var order = try #require(Acme.description()["operations"]?["orders.create"]?.object)
    for (name, value) in [
      "notes": "Slow.", "life": "legacy", "result": "data", "example": "x()",
      "returns": ["id": "string", "at": "date-time"], "secrets": ["key"],
    ] as KeyValuePairs<String, JSON> { order[name] = value }
    let frozen = try frozen(
      "orders.create", Acme.with(["operations", "orders.create"], .object(order)))
    #expect(frozen.notes == "Slow." && frozen.life == .legacy && frozen.result == "data")
    #expect(
      frozen.returns.map { "\($0.name): \($0.kind.rawValue)" } == ["at: date-time", "id: string"])
    #expect(frozen.secrets == ["key"] && frozen.example == "x()")
  }

  @Test func pagesAndJobsAreFrozen() throws {
    let paging = try #require(try frozen("leads.list", Acme.withList()).paging)
    #expect(paging.items == ["items", "data.items"] && paging.id == "id" && paging.first == 1)
    #expect(paging.size == .init(argument: "limit", value: 100))
    #expect(try frozen("leads.list", Acme.withList(["id": false])).paging?.id == nil)
    let job = try #require(
      try frozen(
        "exports.start",
        Acme.with(
          ["operations", "exports.start", "job"],
          [
            "id": ["task.id", "id"], "poll": "leads.get", "argument": "lead_id", "status": "ready",
            "done": [true, "ok"], "nothing": true, "timeout": "1h30m",
          ])
      ).job)
    #expect(job.id == ["task.id", "id"] && job.done == [.yes, .text("ok")] && job.mayBeNothing)
    #expect(job.timeout == .seconds(5400))
  }

  @Test func aLoginThatCanWorkIsFrozen() throws {
    func step(_ names: [String]) -> JSON {
      let parameters = names.map { JSONObject.Member(name: $0, value: ["type": "string"]) }
      return [
        "summary": "Logs in.", "method": "POST", "path": "/login", "effect": "read",
        "public": true, "parameters": .object(JSONObject(parameters)),
      ]
    }
    var description = try #require(Acme.description().object)
    var operations = try #require(description["operations"]?.object)
    operations["auth.login"] = step(["username", "password"])
    operations["auth.refresh"] = step(["refresh"])
    description["operations"] = .object(operations)
    description["authentication"] = [
      "environment": "ACME_API_KEY",
      "login": [
        "environment": ["username": "ACME_USERNAME", "password": "ACME_PASSWORD"],
        "operation": "auth.login", "refresh": "auth.refresh",
        "access_token": ["access", "access_token"], "refresh_token": ["refresh"],
      ],
    ]
    let login = try #require(
      try Provider(description: .object(description)).authentication?.login)
    #expect(login.refresh == "auth.refresh" && login.accessToken == ["access", "access_token"])
  }
}

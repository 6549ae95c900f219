import Foundation
import ProspectJSON
import ProspectRuntime
import ScriptedServer
import Synchronization
import Testing

/// Paid calls: their price is known before they are sent, and they keep to limits and balance.
@Suite(.timeLimit(.minutes(1))) struct PriceTests {
  /// A shop whose searches find 10 rows, with a balance that purchases lower.
  final class Shop: Sendable {
    let balance: Mutex<Int>
    let paid = Mutex<[String]>([])
    let isBroken: Bool

    init(balance: Int, isBroken: Bool = false) {
      self.balance = Mutex(balance)
      self.isBroken = isBroken
    }

    @Sendable func reply(to request: ScriptedServer.Request) -> ScriptedServer.Reply {
      let path = request.target.split(separator: "?")[0]
      switch path {
      case "/search": return .answer(200, body: #"{"data":{"id":"s1","total":10}}"#)
      case "/fresh/h1": return .answer(200, body: #"{"new":4}"#)
      case "/fresh/h0": return .answer(200, body: #"{"new":0}"#)
      case "/account":
        return .answer(200, body: #"{"credits":\#(balance.withLock { $0 })}"#)
      default:
        paid.withLock { $0.append("\(path) \(request.body)") }
        if isBroken { return .answer(422) }
        let price = ["/buy": 20, "/delta": 4, "/mail": 3][path] ?? 0
        balance.withLock { $0 -= price }
        return .answer(200)
      }
    }
  }

  private func run(
    _ recipe: String, _ shop: Shop, _ driver: Driver = .worker, limit: Int? = nil,
    change: (String) -> String = { $0 }
  ) async throws -> (result: RunResult, printed: String, server: ScriptedServer) {
    let server = try ScriptedServer(shop.reply)
    defer { server.stop() }
    let test = try Acme.runtime(driver, server, limits: Limits(credits: limit), change: change)
    let result = try await test.run("local acme = require 'acme'\n" + recipe)
    return (result, test.printed, server)
  }

  @Test(arguments: Driver.allCases)
  func `without a limit a purchase goes through, and is counted`(_ driver: Driver) async throws {
    let shop = Shop(balance: 100)
    let (result, _, server) = try await run(
      """
      acme.rows.search()
      acme.rows.buy { search = "s1" }
      acme.mails.find()
      acme.rows.delta { id = "h1" }
      acme.rows.delta { id = "h0" }
      """, shop, driver)
    #expect(result.status == .succeeded)
    #expect(result.summary.credits == 20 + 3 + 4)
    #expect(
      shop.paid.withLock { $0 }
        == [#"/buy {"search":"s1"}"#, "/mail ", #"/delta {"id":"h1"}"#, #"/delta {"id":"h0"}"#])
    // The balance is read before each that costs anything.
    #expect(server.requests.count { $0.target == "/account" } == 3)
  }

  @Test(arguments: Driver.allCases)
  func `max_credits of a call stops it before anything is sent`(_ driver: Driver) async throws {
    let shop = Shop(balance: 100)
    let (result, printed, _) = try await run(
      """
      acme.rows.search()
      local ok, err = pcall(acme.rows.buy, { search = "s1", max_credits = 19 })
      print(ok, err.kind, err.operation)
      print(err)
      print(err.hint)
      acme.rows.buy { search = "s1", max_credits = 20 }
      acme.rows.buy { search = "s1", max_credits = 0 }
      """, shop, driver)
    #expect(printed.hasPrefix("false\tlimit\trows.buy\n"))
    #expect(printed.contains("it costs 20 credits, more than max_credits = 19 of this call"))
    #expect(printed.contains("allow it: max_credits = 20"))
    #expect(result.failure?.kind == .limit && result.exitCode == 5)
    #expect(result.failure?.line == 8)
    // And the provider never sees the word.
    #expect(shop.paid.withLock { $0 } == [#"/buy {"search":"s1"}"#])
  }

  @Test(arguments: [#""5""#, "-1", "1.5", "{}"])
  func `max_credits is a whole number`(_ value: String) async throws {
    let shop = Shop(balance: 100)
    let (result, _, server) = try await run(
      "acme.rows.buy { search = 's1', max_credits = \(value) }", shop)
    #expect(result.failure?.kind == .argument)
    #expect(result.failure?.message.contains("max_credits") == true)
    #expect(server.requests.isEmpty)
  }

  @Test func `what costs nothing takes no max_credits`() async throws {
    let (result, _, server) = try await run(
      "acme.rows.search { max_credits = 5 }", Shop(balance: 100))
    #expect(result.failure?.kind == .argument && server.requests.isEmpty)
  }

  @Test func `the limit of a run counts everything that it has spent`() async throws {
    let shop = Shop(balance: 100)
    let (result, _, _) = try await run(
      """
      acme.rows.search()
      acme.rows.buy { search = "s1" }
      acme.mails.find()
      acme.rows.buy { search = "s1" }
      """, shop, limit: 40)
    let failure = try #require(result.failure)
    #expect(failure.kind == .limit && result.exitCode == 5 && failure.line == 5)
    #expect(failure.message.contains("it costs 20 credits; the run may spend 40 and has spent 23"))
    #expect(failure.hint?.contains("--max-credits 43") == true)
    #expect(failure.hint?.contains("--limit credits=43") == true)
    #expect(shop.paid.withLock { $0.count } == 2 && result.summary.credits == 23)
  }

  @Test(arguments: Driver.allCases)
  func `many purchases at once never overspend together`(_ driver: Driver) async throws {
    let shop = Shop(balance: 1000)
    let (result, printed, _) = try await run(
      """
      acme.rows.search()
      local bought = 0
      parallel.each(list.chunk({ 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }, 1), function()
        local ok, err = pcall(acme.rows.buy, { search = "s1" })
        if ok then bought = bought + 1 else assert(err.kind == "limit") end
      end, { concurrency = 10 })
      print(bought)
      """, shop, driver, limit: 70)
    #expect(result.status == .succeeded && printed == "3\n")
    #expect(shop.paid.withLock { $0.count } == 3 && result.summary.credits == 60)
  }

  @Test func `many purchases at once never overdraw the account`() async throws {
    let shop = Shop(balance: 45)
    let (_, printed, _) = try await run(
      """
      acme.rows.search()
      local kinds = {}
      parallel.each({ 1, 2, 3, 4 }, function()
        local ok, err = pcall(acme.rows.buy, { search = "s1" })
        kinds[#kinds + 1] = ok and "bought" or err.kind
      end, { concurrency = 4 })
      table.sort(kinds)
      print(table.concat(kinds, " "))
      """, shop)
    #expect(printed == "bought bought credits credits\n")
    #expect(shop.balance.withLock { $0 } == 5)
  }

  @Test func `a balance that is too small is said with both numbers`() async throws {
    let shop = Shop(balance: 19)
    let (result, _, _) = try await run(
      "acme.rows.search()\nacme.rows.buy { search = 's1' }", shop)
    let failure = try #require(result.failure)
    #expect(failure.kind == .credits && result.exitCode == 5)
    #expect(failure.message.contains("it costs 20 credits and the account has 19"))
    #expect(shop.paid.withLock { $0.isEmpty } && result.summary.credits == 0)
  }

  @Test func `a price that is not known is at most the balance`() async throws {
    let shop = Shop(balance: 100)
    let (result, printed, _) = try await run(
      """
      local ok, err = pcall(acme.rows.buy, { search = "elsewhere", max_credits = 99 })
      print(ok, err.kind, err)
      acme.rows.buy { search = "elsewhere", max_credits = 100 }
      """, shop)
    #expect(printed.hasPrefix("false\tlimit\t"))
    #expect(printed.contains("it may cost up to 100 credits"))
    #expect(printed.contains("no answer of rows.search told how many rows it has"))
    // What it really cost shows in the balance.
    #expect(result.status == .succeeded && result.summary.credits == 20)
  }

  @Test func `without a balance an unknown price passes only where there is no limit`()
    async throws
  {
    let silent = { (text: String) in
      text.replacing(#"balance = { "credits" }"#, with: #"balance = { "nope" }"#)
    }
    let shop = Shop(balance: 100)
    let free = try await run("acme.rows.buy { search = 'x' }", shop, change: silent)
    #expect(free.result.status == .succeeded)
    let limited = try await run("acme.rows.buy { search = 'x' }", shop, limit: 9999, change: silent)
    #expect(limited.result.failure?.kind == .limit)
    #expect(limited.result.failure?.message.contains("price is not known") == true)
    #expect(shop.paid.withLock { $0.count } == 1)
  }

  @Test func `a purchase that the provider refuses costs nothing`() async throws {
    let shop = Shop(balance: 100, isBroken: true)
    let (result, _, _) = try await run(
      """
      acme.rows.search()
      for _ = 1, 3 do assert(not pcall(acme.rows.buy, { search = "s1" })) end
      """, shop, limit: 20)
    #expect(result.status == .succeeded && result.summary.credits == 0)
    #expect(shop.paid.withLock { $0.count } == 3)
  }
}

import ProspectJSON
import ScriptedServer
import Testing

@testable import ProspectAPI

/// Sixteen tasks against a provider that serves less than they want (429 storm).
@Suite("A storm of refusals", .timeLimit(.minutes(2)))
struct StormTests {
  static let tasks = 16

  struct Weather: Sendable, CustomStringConvertible {
    let allowance: StormServer.Allowance
    let telling: StormServer.Telling
    var description: String { "\(allowance), \(telling)" }
  }

  static let weathers: [Weather] = [
    Weather(allowance: .bucket(perSecond: 20, size: 60), telling: .seconds),
    Weather(allowance: .bucket(perSecond: 20, size: 60), telling: .date),
    Weather(allowance: .bucket(perSecond: 20, size: 60), telling: .structured),
    Weather(allowance: .window(size: 50, seconds: 10), telling: .seconds),
    Weather(allowance: .window(size: 50, seconds: 10), telling: .epoch),
  ]

  /// Makes so many calls for each task, one after the other; gives the attempts of each.
  func storm(
    _ pipeline: CallPipeline, _ provider: Provider, callsEach: Int
  ) async throws -> [Int] {
    let operation = try #require(provider.operations["leads.create"])
    return try await withThrowingTaskGroup(of: [Int].self) { group in
      for task in 0..<Self.tasks {
        group.addTask(executorPreference: pipeline.loop) {
          var attempts: [Int] = []
          for call in 0..<callsEach {
            let arguments = Array("{\"email\":\"\(task).\(call)@example.com\"}".utf8)
            let request = try operation.prepare(arguments, parser: JSONParser())
            attempts.append(
              try await pipeline.send(request, to: provider, idempotencyKey: "\(task).\(call)")
                .attempts)
          }
          return attempts
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
  }

  @Test(
    "nobody comes before the time that was named, and nine tenths of what is allowed is used",
    arguments: weathers)
  func virtualStorm(_ weather: Weather) async throws {
    let loop = try HostLoop()
    defer { loop.shutdown() }
    let clock = VirtualClock(loop)
    let storm = StormServer(weather.allowance, weather.telling) { clock.elapsed }
    let order = SendingOrder()
    let server = try ScriptedServer { request in
      order.serve(request.body) {
        clock.pass(.milliseconds(2))
        return storm.reply(to: request)
      }
    }
    defer { server.stop() }
    let transport = WatchedTransport(CurlTransport(loop: loop), clock: clock, order: order)
    let pipeline = CallPipeline(
      loop: loop, transport: transport,
      credentials: CredentialStore(environment: ["SHOP_API_KEY": "k"]), traffic: TrafficBook(),
      clock: { Double(StormServer.epoch) + clock.elapsed / .seconds(1) },
      gateClock: clock.gateClock)
    let attempts = try await self.storm(
      pipeline, try Shop.provider(server.url), callsEach: 50)
    #expect(storm.served == 800 && attempts.count == 800)
    #expect(storm.undercuts == 0 && transport.undercuts == 0)
    #expect(storm.use >= 0.9, "\(storm.use) of what was allowed, \(storm.refused) refusals")
    #expect(attempts.max() ?? 0 <= 3)
    // Those that were under way together may be refused together, once in each round.
    let rounds = clock.elapsed / .seconds(1)
    #expect(Double(storm.refused) <= rounds * Double(Self.tasks))
  }

  @Test("also by real clocks nobody comes too early")
  func realStorm() async throws {
    let loop = try HostLoop()
    defer { loop.shutdown() }
    let began = ContinuousClock.now
    let storm = StormServer(.bucket(perSecond: 8, size: 8), .seconds) {
      began.duration(to: .now)
    }
    let server = try ScriptedServer(storm.reply)
    defer { server.stop() }
    let transport = WatchedTransport(CurlTransport(loop: loop))
    let pipeline = CallPipeline(
      loop: loop, transport: transport,
      credentials: CredentialStore(environment: ["SHOP_API_KEY": "k"]), traffic: TrafficBook())
    let attempts = try await self.storm(pipeline, try Shop.provider(server.url), callsEach: 2)
    #expect(attempts.count == 32 && storm.served == 32)
    #expect(storm.refused > 0, "the storm did not happen")
    #expect(storm.undercuts == 0 && transport.undercuts == 0)
  }
}

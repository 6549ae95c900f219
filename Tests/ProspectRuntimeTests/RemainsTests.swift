import LuaBridge
import ProspectAPI
import Testing

@testable import ProspectRuntime

/// A runtime serves runs for months, so a run leaves nothing behind.
@Suite(.timeLimit(.minutes(1))) struct RemainsTests {
  /// Refers to what a run needed without keeping it.
  private final class Remains {
    weak var host: MachineHost?
    weak var control: ControlPage?

    var isEmpty: Bool { host == nil && control == nil }
  }

  @Test(arguments: Driver.allCases, ["print(1)", "time.sleep(0.001)", "error('no')"])
  func `the host's part, its descriptors and its control page are given back`(
    _ driver: Driver, _ source: String
  ) async throws {
    let services = try RuntimeServices(RuntimeConfiguration(environment: [:]))
    defer { services.loop.shutdown() }
    let remains = Remains()
    await run(source, driver, services, noting: remains)
    // The process is reaped, or the thread leaves, after the result is known.
    while !remains.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
  }

  private func run(
    _ source: String, _ driver: Driver, _ services: RuntimeServices, noting remains: Remains
  ) async {
    let task = MachineTask(
      Recipe(source: source, name: "test.lua"),
      executable: driver == .worker ? Driver.workerPath : nil)
    let host = MachineHost(task, services: services, onEvent: nil)
    _ = await host.run()
    remains.host = host
    remains.control = await host.control
  }
}

extension MachineHost {
  fileprivate var control: ControlPage? { seating?.control }
}

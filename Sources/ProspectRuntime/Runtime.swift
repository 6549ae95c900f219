internal import MachinePort
internal import ProspectAPI
internal import Synchronization

/// Runs recipes: Lua programs that call the providers' APIs through this process, which holds the credentials.
///
/// ```swift
/// let runtime = try Runtime()
/// try runtime.offer("app.score") { arguments in .integer(Int64(arguments.count)) }
/// let result = try await runtime.run(Recipe(path: "weekly.lua"))
/// ```
///
/// One runtime serves any number of runs at a time, all on one thread of its own; it may be used from any thread.
public final class Runtime: Sendable {
  let services: RuntimeServices
  /// What has not ended yet, so that `shutdown` can end it.
  private let runs = Locked<[String: Run]>([:])
  private let isShutDown = Atomic(false)

  /// Creates a runtime and starts its thread. Nothing is sent and no credential is looked at before a recipe asks.
  ///
  /// - Throws: `RuntimeError.Code.resources` when the system has no threads or descriptors left, `.configuration` when a
  ///   setting makes no sense.
  public init(_ configuration: RuntimeConfiguration = RuntimeConfiguration()) throws {
    services = try RuntimeServices(configuration)
  }

  deinit { services.loop.shutdown() }

  /// Offers a Swift function to recipes: `"app.score"` is `require "app".score(…)` in Lua.
  ///
  /// It may be called many times at once, on the global pool, and is cancelled when the recipe no longer waits. What it
  /// throws is raised in the recipe as an error of kind `function`. A function of the same name is replaced.
  ///
  /// - Parameters:
  ///   - name: two Lua names with a dot between.
  ///   - body: takes the arguments in their order (nil as `.null`) and returns the one result.
  /// - Throws: `RuntimeError.Code.invalidName` when `name` is not of that form.
  public func offer(
    _ name: String, _ body: @escaping @concurrent @Sendable ([JSON]) async throws -> JSON
  ) throws {
    try services.functions.add(name, body)
  }

  /// Runs a recipe and waits for its end; what it prints goes nowhere, see `start`.
  ///
  /// A recipe that fails is no error here: the result says so. When the calling task is cancelled, so is the run.
  ///
  /// - Throws: `RuntimeError` when the run cannot begin.
  public func run(_ recipe: Recipe, arguments: [String] = []) async throws -> RunResult {
    let run = try start(recipe, arguments: arguments)
    return await withTaskCancellationHandler {
      await run.result()
    } onCancel: {
      run.cancel()
    }
  }

  /// Starts a recipe and returns at once.
  ///
  /// - Parameters:
  ///   - arguments: what the recipe finds in `...` and `arg`.
  ///   - onEvent: gets what the recipe shows, in order, on the runtime's thread: it must return quickly and never
  ///     block. No event comes after `Run.result()` has returned.
  /// - Throws: `RuntimeError` when the worker is missing or the runtime was shut down. A text that is no Lua is no error
  ///   here: the run fails with kind `syntax`.
  public func start(
    _ recipe: Recipe, arguments: [String] = [], onEvent: (@Sendable (RunEvent) -> Void)? = nil
  ) throws -> Run {
    let task = MachineTask(recipe, arguments: arguments, executable: try executable())
    let host = MachineHost(task, services: services, onEvent: onEvent)
    // Within the lock, or the run could end before it is noted that it goes on.
    return runs.withLock { runs in
      let run = Run(task.runID, host, work: Task { await self.carryOut(task.runID, host) })
      runs[run.id] = run
      return run
    }
  }

  /// Opens a session, which evaluates one input after the other, as at a prompt.
  ///
  /// - Parameter onEvent: as for `start`.
  /// - Throws: as `start`, and when the machine cannot be started.
  public func session(onEvent: (@Sendable (RunEvent) -> Void)? = nil) async throws -> Session {
    let task = MachineTask(
      Recipe(source: "", name: "session"), mode: .session, executable: try executable())
    let host = MachineHost(task, services: services, onEvent: onEvent)
    try await host.open()
    return Session(host)
  }

  /// Ends all runs that still go on, as `Run.cancel()` does, and waits until they have ended. Nothing can be started
  /// afterwards.
  public func shutdown() async {
    isShutDown.store(true, ordering: .relaxed)
    let remaining = runs.withLock { Array($0.values) }
    for run in remaining { run.cancel() }
    for run in remaining { _ = await run.result() }
    services.loop.shutdown()
  }

  private func carryOut(_ id: String, _ host: MachineHost) async -> RunResult {
    let result = await host.run()
    runs.withLock { _ = $0.removeValue(forKey: id) }
    return result
  }

  /// The worker's executable; nil when recipes run in this process.
  private func executable() throws(RuntimeError) -> String? {
    guard !isShutDown.load(ordering: .relaxed) else {
      throw RuntimeError(.shutDown, "the runtime was shut down; create another one")
    }
    return try services.configuration.isolation.executable(services.configuration.environment)
  }
}

import Foundation
import ProspectRuntime
import Synchronization

/// A runtime with a folder of its own, and everything that its runs have shown.
final class TestRuntime: Sendable {
  let runtime: Runtime
  let folder: TemporaryFolder
  private let shown = Mutex<[RunEvent]>([])
  /// Another folder that the test needs as long as the runtime.
  let kept: TemporaryFolder?

  /// - Parameter providers: the description of a further provider, called acme.
  init(
    _ driver: Driver = .worker, limits: Limits = Limits(), environment: [String: String] = [:],
    isolation: Isolation? = nil, providers: String? = nil, granted: Set<String> = ["acme"],
    checksRights: Bool = false, change: (inout RuntimeConfiguration) -> Void = { _ in },
    keeping kept: TemporaryFolder? = nil
  ) throws {
    self.kept = kept
    folder = try TemporaryFolder()
    if let providers { try folder.write(providers, to: "providers/acme.lua") }
    var configuration = RuntimeConfiguration(
      environment: environment, outputFolder: folder.path("out"),
      providersFolder: providers == nil ? nil : folder.path("providers"),
      grantedProviders: granted, checksRights: checksRights,
      isolation: isolation ?? driver.isolation, limits: limits)
    change(&configuration)
    runtime = try Runtime(configuration)
  }

  var events: [RunEvent] { shown.withLock { $0 } }

  /// What was printed so far.
  var printed: String {
    String(
      decoding: events.flatMap { event -> [UInt8] in
        if case .print(let bytes) = event { bytes } else { [] }
      }, as: UTF8.self)
  }

  /// Starts a text as the recipe `test.lua`.
  func start(
    _ source: String, arguments: [String] = [], onEvent: (@Sendable (RunEvent) -> Void)? = nil
  ) throws -> Run {
    try start(Recipe(source: source, name: "test.lua"), arguments: arguments, onEvent: onEvent)
  }

  func start(
    _ recipe: Recipe, arguments: [String] = [], onEvent: (@Sendable (RunEvent) -> Void)? = nil
  ) throws -> Run {
    try runtime.start(recipe, arguments: arguments) { event in
      self.shown.withLock { $0.append(event) }
      onEvent?(event)
    }
  }

  /// Runs a text as the recipe `test.lua`, to its end.
  func run(_ source: String, arguments: [String] = []) async throws -> RunResult {
    await (try start(source, arguments: arguments)).result()
  }

  func session() async throws -> Session {
    try await runtime.session { event in self.shown.withLock { $0.append(event) } }
  }
}

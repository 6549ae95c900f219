import Foundation
import ProspectRuntime
import Testing

/// The Lua specs, through the real door: each runs as a recipe under both drivers.
@Suite(.timeLimit(.minutes(2))) struct SpecTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Specs")

  private static let specs: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix("_spec.lua") }.sorted()
  }()

  @Test func `there are specs`() {
    #expect(!Self.specs.isEmpty)
  }

  @Test(arguments: specs, Driver.allCases)
  func `a spec passes`(_ name: String, _ driver: Driver) async throws {
    let test = try TestRuntime(driver)
    let recipe = try Recipe(path: Self.folder.appending(path: name).path)
    let result = await (try test.start(recipe)).result()
    #expect(result.failure == nil)
    #expect(test.printed.contains(" 0 failed"))
  }
}

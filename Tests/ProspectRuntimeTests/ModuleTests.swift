import ProspectRuntime
import Testing

@Suite(.timeLimit(.minutes(1))) struct ModuleTests {
  @Test(arguments: Driver.allCases)
  func `a recipe requires files beside it, once each`(_ driver: Driver) async throws {
    let test = try TestRuntime(driver)
    try test.folder.write("print('loading') return { name = ... }", to: "recipes/lib/x.lua")
    let path = try test.folder.write(
      "print(require 'lib.x'.name, require 'lib.x' == require 'lib.x')", to: "recipes/main.lua")
    let result = await (try test.start(Recipe(path: path))).result()
    #expect(result.status == .succeeded)
    #expect(test.printed == "loading\nlib.x\ttrue\n")
  }

  @Test(arguments: Driver.allCases)
  func `an error in a module names the module's file and line`(_ driver: Driver) async throws {
    let test = try TestRuntime(driver)
    try test.folder.write("\n\nerror('broken')", to: "recipes/lib/x.lua")
    let path = try test.folder.write("require 'lib.x'", to: "recipes/main.lua")
    let failure = try #require(await (try test.start(Recipe(path: path))).result().failure)
    #expect(failure.message == "broken")
    #expect(failure.file == "lib/x.lua")
    #expect(failure.line == 3)
  }

  @Test(arguments: ["..secret", "/etc/passwd", "lib..x", "", "a/b"])
  func `a module name cannot lead out of the folder`(_ name: String) async throws {
    let test = try TestRuntime()
    try test.folder.write("return 'secret'", to: "secret.lua")
    let path = try test.folder.write("require(...)", to: "recipes/main.lua")
    let result = await (try test.start(Recipe(path: path), arguments: [name])).result()
    #expect(result.failure?.kind == .usage)
  }

  @Test(arguments: Driver.allCases)
  func `an unknown module says what there is`(_ driver: Driver) async throws {
    let test = try TestRuntime(driver)
    let failure = try #require(try await test.run("require 'prospectb3b'").failure)
    #expect(failure.kind == .usage)
    #expect(failure.message.contains("prospectb3b"))
    #expect(failure.hint?.contains("prospectb2b") == true)
    #expect(failure.line == 1)
  }
}

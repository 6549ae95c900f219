import Foundation
import ProspectRuntime
import Testing

@Suite(.timeLimit(.minutes(1))) struct FileTests {
  @Test(arguments: Driver.allCases)
  func `a recipe writes a file, and reads it and the ones beside it`(_ driver: Driver) async throws
  {
    let test = try TestRuntime(driver)
    try test.folder.write("beside\n", to: "recipes/data.txt")
    let path = try test.folder.write(
      """
      local written = files.write("sub/report.txt", "hello")
      print(files.read(written), files.read("data.txt"))
      """, to: "recipes/main.lua")
    let result = await (try test.start(Recipe(path: path))).result()
    #expect(result.status == .succeeded)
    #expect(test.printed == "hello\tbeside\n\n")
    #expect(try test.folder.read("out/sub/report.txt") == "hello")
  }

  @Test(arguments: Driver.allCases)
  func `a large file streams through its descriptor`(_ driver: Driver) async throws {
    let test = try TestRuntime(driver, limits: Limits(memory: 16 << 20))
    let line = String(repeating: "x", count: 99) + "\n"
    try test.folder.write(String(repeating: line, count: 400_000), to: "out/large.txt")
    let result = try await test.run(
      "local n = 0 for line in files.lines 'large.txt' do n = n + #line end print(n)")
    #expect(result.status == .succeeded)
    #expect(test.printed == "39600000\n")
  }

  @Test(arguments: Driver.allCases)
  func `what all files of a run take has a limit`(_ driver: Driver) async throws {
    let test = try TestRuntime(driver, limits: Limits(files: 1000))
    let result = try await test.run(
      """
      local text = ("x"):rep(400)
      files.write("a", text)
      files.write("a", text)
      print(pcall(files.write, "b", text))
      files.write("b", ("x"):rep(200))
      files.write("c", "x")
      """)
    #expect(test.printed.contains("wrote more than 1000"))
    #expect(result.failure?.kind == .limit && result.failure?.line == 6 && result.exitCode == 5)
    #expect(try test.folder.read("out/b").utf8.count == 200)
  }

  @Test(arguments: Driver.allCases)
  func `what is not granted ends with exit code 5 and says what is`(_ driver: Driver) async throws {
    let test = try TestRuntime(driver)
    let result = try await test.run("files.read '/etc/passwd'")
    #expect(result.failure?.kind == .grant)
    #expect(result.failure?.hint?.contains(test.folder.path("out")) == true)
    #expect(result.failure?.line == 1)
    #expect(result.exitCode == 5)
  }

  @Test func `a recipe that is missing, a folder or too long is told apart`() throws {
    let folder = try TemporaryFolder()
    let long = try folder.write(
      String(repeating: " ", count: Recipe.maximumLength + 1), to: "long.lua")
    for (path, reason) in [
      (folder.path("none.lua"), "no such file"), (folder.url.path, "folder"), (long, "longer than"),
    ] {
      let error = #expect(throws: RecipeError.self) { try Recipe(path: path) }
      #expect(error?.reason.contains(reason) == true)
      #expect(error?.description.contains(path) == true)
    }
  }
}

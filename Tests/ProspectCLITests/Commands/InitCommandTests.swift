import ProspectJSON
import Testing

@testable import ProspectCLI

@Suite(.timeLimit(.minutes(1))) struct InitCommandTests {
  private let output = MemorySink()
  private let error = MemorySink()

  private func run(_ words: [String]) async -> Int32 {
    let console = Console(input: MemorySource(), output: output, error: error)
    return await ProspectCommandLine.run(["init"] + words, in: console)
  }

  private func read(_ path: String) throws -> String {
    String(decoding: try #require(FileText.read(path)), as: UTF8.self)
  }

  @Test func writesAProjectAndSaysWhatToTypeNext() async throws {
    let folder = try TemporaryFolder()
    #expect(await run([folder.path + "/new/place"]) == 0)
    let project = folder.path + "/new/place"
    for name in ["prospect.yaml", "first_recipe.lua", "types/prospectb2b.lua", "types/csv.lua"] {
      #expect(FileText.read("\(project)/\(name)") != nil, "\(name)")
    }
    let editor = try JSON.parse(try read("\(project)/.luarc.json").utf8)
    #expect(editor["runtime.version"] == "Lua 5.4")
    #expect(editor["workspace.library"] == ["types"])
    let globals = try #require(editor["diagnostics.globals"]?.array)
    #expect(globals.contains("csv") && globals.contains("json") && !globals.contains("prospectb2b"))
    #expect(output.text.contains("  cd \(project)\n  prospect-run --sandbox first_recipe.lua\n"))
  }

  @Test func overwritesNothingUnlessItIsForced() async throws {
    let folder = try TemporaryFolder()
    let mine = try folder.write("mine", to: "prospect.yaml")
    #expect(await run([folder.path]) == 2)
    #expect(
      error.text.contains("\(folder.path) holds prospect.yaml already; nothing was written\n"))
    #expect(try read(mine) == "mine")
    #expect(FileText.read(folder.path + "/first_recipe.lua") == nil)
    #expect(await run([folder.path, "--force"]) == 0)
    #expect(try read(mine) != "mine")
  }

  @Test func saysWhatItCannotWrite() async {
    #expect(await run(["/proc/nowhere"]) == 2)
    #expect(error.text.contains("/proc/nowhere cannot be written: "))
  }
}

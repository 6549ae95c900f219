import Testing

@testable import ProspectCLI

@Suite struct RecipeFileTests {
  @Test func acceptsAFileThatCanBeRead() throws {
    let folder = try TemporaryFolder()
    try RecipeFile.locate(try folder.write("", to: "weekly.lua"))
  }

  @Test func saysWhereItLookedForARecipe() {
    let error = #expect(throws: UsageError.self) {
      try RecipeFile.locate("/tmp/no_such_recipe.lua")
    }
    #expect(error?.message == "recipe /tmp/no_such_recipe.lua not found (looked in /tmp)")
  }

  @Test(arguments: ["weekly_exprt.lua", "weekly_export"])
  func namesTheRecipeThatWasMeant(name: String) throws {
    let folder = try TemporaryFolder()
    let meant = try folder.write("", to: "weekly_export.lua")
    let error = #expect(throws: UsageError.self) { try RecipeFile.locate(folder.path + "/" + name) }
    #expect(error?.hint == "did you mean \(meant)?")
  }

  @Test func takesAMistypedSubcommandForWhatItIs() {
    let error = #expect(throws: UsageError.self) { try RecipeFile.locate("sandbx") }
    #expect(
      error == UsageError(message: "unknown command 'sandbx'", hint: "did you mean 'sandbox'?"))
  }

  @Test func takesAMissingRecipeNeverForASubcommand() {
    let error = #expect(throws: UsageError.self) { try RecipeFile.locate("sandbx.lua") }
    #expect(error?.message.hasPrefix("recipe sandbx.lua not found (looked in /") == true)
  }

  @Test func saysThatAWordIsNeither() {
    let error = #expect(throws: UsageError.self) { try RecipeFile.locate("qwertyuiop") }
    #expect(error?.message.hasPrefix("'qwertyuiop' is neither a command nor a recipe") == true)
  }

  @Test func refusesAFolder() {
    let error = #expect(throws: UsageError.self) { try RecipeFile.locate("/tmp") }
    #expect(error?.message == "/tmp is a folder, not a recipe")
  }
}

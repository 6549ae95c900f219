internal import LuaBridge

/// Whether Lua can compile a recipe; nothing of it runs.
package enum RecipeSyntax {
  /// What Lua says is wrong, with file and line in front; nil when nothing is.
  package static func problem(in recipe: Recipe) -> String? {
    do throws(LuaError) {
      let vm = try LuaVM(options: LuaOptions(memoryLimit: 256 << 20))
      _ = try vm.load(recipe.source, name: "@" + recipe.name)
      return nil
    } catch {
      return error.message
    }
  }
}

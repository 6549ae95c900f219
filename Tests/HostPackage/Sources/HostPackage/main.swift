import ProspectRuntime

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// A host offers an async Swift function and runs a recipe that calls it.
let runtime = try Runtime()
try runtime.offer("app.score") { arguments in
  try await Task.sleep(for: .milliseconds(1))
  return .integer(arguments[0]["employees"]?.integer ?? 0)
}
let recipe = Recipe(
  source: """
    local app = require "app"
    assert(app.score { employees = 42 } == 42, "the host's answer is wrong")
    """, name: "host.lua")
let result = try await runtime.run(recipe)
print(result.failure.map { "failed: \($0)" } ?? "the recipe got its score")
exit(result.exitCode)

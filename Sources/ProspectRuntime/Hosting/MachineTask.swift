internal import MachinePort

/// What a machine is to do.
struct MachineTask: Sendable {
  /// Names the run in keys and logs: 32 hexadecimal digits.
  let runID: String
  let recipe: Recipe
  let arguments: [String]
  let mode: Start.Mode
  /// The worker's executable; nil for a thread of this process.
  let executable: String?

  init(
    _ recipe: Recipe, arguments: [String] = [], mode: Start.Mode = .run, executable: String?
  ) {
    self.recipe = recipe
    self.arguments = arguments
    self.mode = mode
    self.executable = executable
    runID = Self.randomHexadecimal() + Self.randomHexadecimal()
  }

  /// The first message for the machine.
  func start(limits: Limits) -> Start {
    Start(
      mode: mode, chunkName: "@" + recipe.name, source: recipe.source, arguments: arguments,
      seed: UInt64(runID.prefix(16), radix: 16) ?? 0, memoryLimit: limits.memory)
  }

  private static func randomHexadecimal() -> String {
    let digits = String(UInt64.random(in: 0 ... .max), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

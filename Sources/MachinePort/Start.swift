/// What a machine gets before it runs: the recipe and the limits that it enforces on itself.
package struct Start: Equatable, Sendable {
  package enum Mode: UInt8, Sendable {
    /// Runs `source` once and ends.
    case run = 0
    /// Waits for `evaluate` messages; `source` runs first when it is not empty.
    case session = 1
    /// Evaluates `source`, the description of a provider, in a VM without any of the runtime's functions.
    case description = 2
  }

  package var mode: Mode
  /// The name in messages: "@relative/path.lua" for a file, "=text" for anything else.
  package var chunkName: String
  package var source: [UInt8]
  package var arguments: [String]
  /// Seeds `math.random`; equal on replay.
  package var seed: UInt64
  /// The most that the VM may allocate, in bytes.
  package var memoryLimit: Int

  package init(
    mode: Mode = .run, chunkName: String, source: [UInt8], arguments: [String] = [],
    seed: UInt64 = 0, memoryLimit: Int = 256 << 20
  ) {
    self.mode = mode
    self.chunkName = chunkName
    self.source = source
    self.arguments = arguments
    self.seed = seed
    self.memoryLimit = memoryLimit
  }
}

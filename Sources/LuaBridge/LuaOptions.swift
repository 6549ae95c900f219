/// How a VM is set up.
public struct LuaOptions {
  /// Bytes that Lua may allocate; beyond that Lua raises "not enough memory". Default: 256 MiB.
  public var memoryLimit: Int
  /// Lua instructions, to the next thousand, after which the VM stops itself with `ControlPage.Reason.cpuTime`. Unlike a
  /// limit of time it needs no clock and is the same everywhere. Default: 0, which means no limit.
  public var instructionLimit: Int
  /// Time on the clock after which the VM stops itself, looked at every thousand instructions. Default: nil, no limit.
  public var timeLimit: Duration?
  /// Seed of `math.random`, so that a run can be repeated. Default: 0.
  public var seed: UInt64
  /// Where the host asks the VM to stop; nil makes one that is private to the VM.
  public var control: ControlPage?

  public init(
    memoryLimit: Int = 256 << 20, instructionLimit: Int = 0, timeLimit: Duration? = nil,
    seed: UInt64 = 0, control: ControlPage? = nil
  ) {
    self.timeLimit = timeLimit
    self.instructionLimit = max(0, instructionLimit)
    self.memoryLimit = memoryLimit
    self.seed = seed
    self.control = control
  }
}

/// What one run may use. A run that goes beyond ends with a failure of kind `limit` (or `memory`), exit code 5.
///
/// In a session, `cpu` and `wall` count for each evaluation anew; the other limits count for the whole session.
public struct Limits: Sendable, Equatable {
  /// Processor time of the recipe itself; waiting for providers costs none. Nil means no limit.
  public var cpu: Duration?
  /// Time on the clock from start to end, waits included. Nil means no limit.
  public var wall: Duration?
  /// Bytes that the recipe's values may occupy.
  public var memory: Int
  /// Bytes that the recipe may print and log.
  public var output: Int
  /// Bytes that the run may write to files, downloads included; what replaces an earlier file counts as well.
  public var files: Int
  /// Calls to providers, downloads included; retries of a call do not count. Nil means no limit.
  public var requests: Int?
  /// Credits that all calls of the run together may spend. A call that would go beyond is refused before anything is
  /// sent, with an error of kind `limit` that the recipe may catch. Nil means no limit.
  public var credits: Int?

  /// Creates limits; the defaults suit a long export and stop a recipe that runs away.
  public init(
    cpu: Duration? = .seconds(60), wall: Duration? = .seconds(24 * 3600), memory: Int = 256 << 20,
    output: Int = 64 << 20, files: Int = 4 << 30, requests: Int? = nil, credits: Int? = nil
  ) {
    self.cpu = cpu
    self.wall = wall
    self.memory = memory
    self.output = output
    self.files = files
    self.requests = requests
    self.credits = credits
  }
}

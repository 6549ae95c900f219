/// How often somebody has asked a run to stop, and what follows from it.
struct StopPolicy {
  enum Step: Equatable {
    /// Let the recipe clean up.
    case gracefully
    /// Wait for nothing.
    case atOnce
  }

  /// The signal that began it; the exit status tells of this one.
  private(set) var first: StopSignal?

  mutating func take(_ signal: StopSignal) -> Step {
    defer { first = first ?? signal }
    return first == nil ? .gracefully : .atOnce
  }
}

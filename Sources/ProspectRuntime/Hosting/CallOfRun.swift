internal import ProspectAPI

/// A call of a run whose arguments are checked.
struct CallOfRun {
  /// The request, with the secrets that it hands on.
  let request: PreparedCall
  /// The arguments as the recipe gave them, secrets as handles: what tells one step from another.
  let arguments: [UInt8]
  /// What it may cost, as the recipe said; nil when it did not.
  let mostCredits: Int?
  /// Covers attempts and waits; nil: none.
  let deadline: ContinuousClock.Instant?

  var operation: Operation { request.operation }
}

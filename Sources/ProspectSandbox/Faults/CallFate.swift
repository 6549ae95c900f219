/// What goes wrong with one call, as far as its operation has a part in it.
struct CallFate: Sendable {
  /// The answer in place of what the operation would do.
  var refusal: Refusal?
  /// How much longer the job takes that the call starts.
  var jobDelay = Duration.zero
  var jobFails = false
  /// Whether the file host sends the whole file, whatever part was asked for.
  var ignoresRange = false
}

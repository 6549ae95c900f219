/// How far a call has got.
struct CallJourney {
  /// How many requests were sent.
  var attempts = 0
  /// Its place in front of the origin.
  var ticket: UInt64?
  /// What its repetitions have cost, to be given back by a success.
  var debt = 0
  /// Whether the provider may have acted on an earlier attempt.
  var mayHaveHappened = false
  /// How the last attempt failed.
  var failure: CallError?
}

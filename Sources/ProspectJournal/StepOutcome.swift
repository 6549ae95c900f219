/// How a step ended.
package enum StepOutcome: Sendable, Equatable {
  /// It took effect: the response body, and facts about the exchange as a JSON object.
  case succeeded(response: [UInt8], facts: [UInt8])
  /// It failed for good: the error object as JSON.
  case failed(error: [UInt8])
  /// It may have taken effect or not, because its answer was lost or not waited for: the error object as JSON. Its intent
  /// stays open.
  case abandoned(error: [UInt8])

  /// Whether the step is settled.
  var isFinal: Bool {
    if case .abandoned = self { false } else { true }
  }
}

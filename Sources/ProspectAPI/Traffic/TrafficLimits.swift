/// How much is sent to one origin, and when nothing is sent any more (design section 6).
package struct TrafficLimits: Sendable {
  /// Requests that may be under way at once.
  package var width = 128
  /// Nobody waits longer than this in front of an origin; the call is suspended instead. A second more than the policy's
  /// two minutes, as chance may prolong these.
  package var longestWait: Duration = .seconds(121)

  /// What repetitions may cost in a row before a success: an outage is not hammered.
  package var retryTokens = 500
  /// What a repetition costs.
  package var retryCost = 14
  /// What a repetition costs when the provider had asked for less traffic: that is no outage.
  package var throttleCost = 5

  /// Failures in a row that open the breaker.
  package var failuresInRow = 5
  /// Half of so many requests failing opens it, too …
  package var sample = 20
  /// … when they lie in this time.
  package var sampleSpan: Duration = .seconds(60)
  /// How long the breaker stays open before one request probes; doubled by each probe that fails.
  package var rest: Duration = .seconds(5)
  package var longestRest: Duration = .seconds(60)
  /// Probes that calls wait for. When so many have failed the origin is down, and calls fail at once: a recipe that catches
  /// errors would otherwise wait for each of a thousand rows, and one that never waits would lose them all in a second.
  package var patience = 2

  package init() {}
}

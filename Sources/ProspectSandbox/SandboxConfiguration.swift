/// How a sandbox is set up; the defaults suit a first run.
package struct SandboxConfiguration: Sendable {
  /// TCP port; 0 takes a free one.
  package var port = 0
  /// Address to listen on.
  package var host = "127.0.0.1"
  /// How many contacts SphereScout has.
  package var contacts = 2_000
  /// The whole world follows from it.
  package var seed: UInt64 = 2026
  /// SphereScout credits at the start; nil gives enough to export everything twice.
  package var credits: Int?
  /// Calls that each key may make in a rolling minute; nil sets no limit.
  package var callsPerMinute: Int?
  /// Factor on the time that jobs take; 1 means 0.4 s, 0 makes them end at once.
  package var jobDuration = 1.0
  /// How long a ProspectB2B write takes, in real time; leaves room for a twin in flight.
  package var writeLatency = Duration.zero
  /// How long ProspectB2B waits, in real time, for the answer of a webhook endpoint.
  package var webhookTimeout = Duration.seconds(10)
  /// The clock that rules jobs, links, keys and quotas.
  package var clock = SandboxClock()
  /// Contacts that appear on each day of the clock, one after the other.
  package var newContactsPerDay = 24
  /// How long SphereScout's access tokens live.
  package var accessTokenLife = Duration.seconds(300)
  /// How long SphereScout's refresh tokens live.
  package var refreshTokenLife = Duration.seconds(86_400)
  /// How the contracts' gaps are read.
  package var readings = SandboxReadings()
  /// What goes wrong, and when.
  package var faults: [Fault] = []

  package init() {}
}

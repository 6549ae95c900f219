/// The three providers, played by a server on this machine.
package protocol LocalProviders: Sendable {
  /// The TCP port that the server listens on.
  var port: Int { get }
  /// Where they are, and the keys that they accept, as the names that a runtime reads from its environment.
  var environment: [String: String] { get }
  /// What is to be known when they are no longer needed: faults that were planned and never struck.
  var remarks: [String] { get }

  func stop() async
}

/// What the local providers should be like.
package struct LocalProvidersOptions: Sendable, Equatable {
  /// The TCP port; 0 takes a free one.
  package var port = 0
  package var contacts = 2_000
  /// What the world is made from.
  package var seed: UInt64 = 2026
  /// How they fill the gaps of their contracts, where that is not the default way.
  package var switches: [SwitchOption] = []
  /// What goes wrong, and when.
  package var faults: [FaultSource] = []
}

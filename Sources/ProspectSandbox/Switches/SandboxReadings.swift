/// How the contracts' gaps are read, so that a client can be tested under every reading.
///
/// The defaults are those that the contracts propose.
package struct SandboxReadings: Sendable {
  package var openProspect = OpenProspectReadings()
  package var prospectB2B = ProspectB2BReadings()
  package var sphereScout = SphereScoutReadings()

  package init() {}

  /// Every switch, by the order of the providers.
  package static let switches: [SandboxSwitch] =
    OpenProspectReadings.switches + ProspectB2BReadings.switches + SphereScoutReadings.switches
}

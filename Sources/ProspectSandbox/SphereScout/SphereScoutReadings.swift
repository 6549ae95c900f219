/// How the gaps of SphereScout's contract are read [contract spherescout §13].
package struct SphereScoutReadings: Sendable {
  static let switches: [SandboxSwitch] = []
}

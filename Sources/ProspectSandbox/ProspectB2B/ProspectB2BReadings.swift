/// How the gaps of ProspectB2B's contract are read [contract prospectb2b §11].
package struct ProspectB2BReadings: Sendable {
  static let switches: [SandboxSwitch] = []
}

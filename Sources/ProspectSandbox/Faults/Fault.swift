/// Something that goes wrong at certain calls, written as in `prospectb2b.leads.upsert#3:drop-answer`.
///
/// The text is the fault's id: planned again in a sandbox of the same seed, it does the same.
package struct Fault: Sendable, Equatable {
  /// Whose calls are counted.
  let target: FaultTarget
  /// Which of them go wrong, counted from 1 since the fault was planned.
  let calls: ClosedRange<Int>
  /// What happens to each of them.
  let actions: [FaultAction]
  /// The text by which it is planned again.
  package let id: String
}

/// Whose calls a fault counts.
enum FaultTarget: Sendable, Equatable {
  case any
  case provider(String)
  case operation(String)

  func covers(_ operation: String) -> Bool {
    switch self {
    case .any: true
    case .provider(let name): operation.hasPrefix("\(name).")
    case .operation(let name): operation == name
    }
  }

  static let providers = [
    OpenProspect.name, ProspectB2B.name, SphereScout.name, SphereScoutVariant.name,
  ]

  /// Everything that the sandbox counts as a call, the file host's downloads among them.
  static let operations: [String] =
    names(of: OpenProspect.self) + ["\(OpenProspect.name).\(OpenProspect.health.name)"]
    + names(of: ProspectB2B.self) + names(of: SphereScout.self) + [FileHost.operation]
    + names(of: SphereScoutVariant.self)

  private static func names<Provider: SandboxProvider>(of provider: Provider.Type) -> [String] {
    Provider.endpoints.map { "\(Provider.name).\($0.name)" }
  }
}

/// One saved search of the OpenProspect account.
struct ProspectSearch: Sendable {
  let id: String
  let name: String
  let status: String
  /// Codes of the countries whose companies it delivers.
  let countries: [String]
  /// Companies that have been delivered when the sandbox starts.
  let delivered: Int
  /// Companies that follow later, one every six hours from a day after the start.
  let upcoming: Int
}

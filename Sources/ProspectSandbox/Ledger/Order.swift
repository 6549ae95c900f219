/// An order of companies on a search profile [contract openprospect §5.1].
struct Order: Sendable {
  /// What was ordered.
  enum Work: Sendable {
    /// So many new companies.
    case discovery(quantity: Int)
    /// More about these companies.
    case enrichment([Company])

    /// Its word in the API.
    var type: String {
      switch self {
      case .discovery: "DISCOVERY"
      case .enrichment: "ENRICHMENT"
      }
    }
  }

  /// A company as the caller names it.
  struct Company: Sendable {
    let name: String
    let externalID: String?
    let website: String?
    let city: String?
    let country: String?
  }

  /// How it will end.
  enum Outcome: Sendable { case completed, rejected, failed, cancelled }

  let number: Int
  let id: String
  let profileID: String
  /// Codes of the countries where new companies are found.
  let countries: [String]
  let work: Work
  let title: String?
  /// What is wanted; nil when it was not said.
  let features: [String]?
  let createdAt: Instant
  let duration: Duration
  let outcome: Outcome

  /// Sent for discovery, derived from the companies for enrichment.
  var quantity: Int {
    switch work {
    case .discovery(let quantity): quantity
    case .enrichment(let companies): companies.count
    }
  }

  /// A person looks at it for a quarter of its time; work begins after the second quarter.
  func status(at now: Instant) -> OrderStatus {
    if now < createdAt + duration / 4 { return .received }
    if outcome == .rejected { return .rejected }
    if now < createdAt + duration / 2 { return .accepted }
    if outcome == .cancelled { return .cancelled }
    if now < createdAt + duration { return .inProgress }
    return outcome == .failed ? .failed : .completed
  }
}

/// The states of an order; the last four are final [contract openprospect §5.1].
enum OrderStatus: String, Sendable {
  case received = "RECEIVED"
  case accepted = "ACCEPTED"
  case inProgress = "IN_PROGRESS"
  case completed = "COMPLETED"
  case rejected = "REJECTED"
  case failed = "FAILED"
  case cancelled = "CANCELLED"
}

/// Campaigns, their runs and what these wrote down [contract prospectb2b §8.6].
struct CampaignBook: Sendable {
  struct Campaign: Sendable, Equatable {
    let number: Int
    let id: String
    let createdAt: Instant
    var updatedAt: Instant
    var name: String?
    var workflowID: String?
    var isEnabled = false
    var publishedAt: Instant?
  }

  struct Run: Sendable {
    let number: Int
    let id: String
    let campaign: Int
    /// Numbers of the leads that it writes to, fixed when it starts.
    let leads: [Int]
    var job = 0
    var sent = 0
    var failed = 0
  }

  struct Log: Sendable {
    let number: Int
    let campaign: Int
    let run: Int?
    let at: Instant
    let level: String
    let message: String
  }

  private(set) var campaigns: [Campaign] = []
  private(set) var runs: [Run] = []
  private(set) var logs: [Log] = []

  /// A published campaign and a draft.
  init(start: Instant, workflowID: String, identifiers: Identifiers) {
    let old = add(
      name: "Autumn introductions", workflowID: workflowID, isEnabled: true,
      at: start - .seconds(86_400 * 20), identifiers: identifiers)
    campaigns[old.number].publishedAt = start - .seconds(86_400 * 19)
    campaigns[old.number].updatedAt = start - .seconds(86_400 * 19)
    _ = add(
      name: "Winter follow-up", workflowID: nil, isEnabled: false,
      at: start - .seconds(86_400 * 3), identifiers: identifiers)
  }

  subscript(campaign number: Int) -> Campaign {
    get { campaigns[number] }
    set { campaigns[number] = newValue }
  }

  subscript(run number: Int) -> Run {
    get { runs[number] }
    set { runs[number] = newValue }
  }

  func campaign(_ id: String) -> Campaign? { campaigns.first { $0.id == id } }

  func run(_ id: String, of campaign: Int) -> Run? {
    runs.first { $0.id == id && $0.campaign == campaign }
  }

  mutating func add(
    name: String?, workflowID: String?, isEnabled: Bool, at now: Instant, identifiers: Identifiers
  ) -> Campaign {
    let number = campaigns.count
    let campaign = Campaign(
      number: number, id: "cmp_" + identifiers.ordered("campaign", number), createdAt: now,
      updatedAt: now, name: name, workflowID: workflowID, isEnabled: isEnabled)
    campaigns.append(campaign)
    return campaign
  }

  mutating func addRun(of campaign: Int, leads: [Int], identifiers: Identifiers) -> Run {
    let run = Run(
      number: runs.count, id: "crun_" + identifiers.ordered("campaign_run", runs.count),
      campaign: campaign, leads: leads)
    runs.append(run)
    return run
  }

  mutating func log(
    _ message: String, level: String = "info", campaign: Int, run: Int? = nil, at now: Instant
  ) {
    logs.append(
      Log(
        number: logs.count, campaign: campaign, run: run, at: now, level: level, message: message))
  }
}

/// Everything that happened in a sandbox since it started.
struct LedgerState: Sendable {
  var counts = CallCounts()
  var leads = LeadBook()
  var workflows: WorkflowBook
  var workspace: Workspace
  var exports = ExportBook()
  var sessions = SessionBook()
  var apiKeys = APIKeyBook()
  var profiles = ProfileBook()
  var deliveries = DeliveryLog()
  var orders: OrderBook
  var blacklists: BlacklistBook
  var searches = SearchBook()
  var destinations: [WebhookDestination] = []
  var idempotency = IdempotencyStore()
  var rates: [String: RateWindow] = [:]
  var requests = 0
  /// Jobs of these kinds fail when the next one is started.
  var failNext: Set<JobKind> = []
  var faults = FaultBook()

  /// The timeline of a new job, which uses up an ordered failure.
  ///
  /// - Parameter fate: what goes wrong with the call that starts it.
  mutating func newTimeline(
    _ kind: JobKind, at now: Instant, scale: Double, fate: CallFate = CallFate()
  ) -> JobTimeline {
    JobTimeline(
      createdAt: now, lasting: .milliseconds(400) * scale + fate.jobDelay,
      fails: failNext.remove(kind) != nil || fate.jobFails)
  }
}

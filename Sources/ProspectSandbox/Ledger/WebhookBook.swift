/// The registered webhook endpoints and everything that was or will be sent to them [contract
/// prospectb2b §9].
struct WebhookBook: Sendable {
  /// How long after each failed attempt the next one comes; after the last one there is none.
  static let schedule: [Duration] = [.seconds(60), .seconds(300), .seconds(1800), .seconds(7200)]

  private(set) var endpoints: [WebhookEndpoint] = []
  private(set) var deliveries: [WebhookDelivery] = []
  /// Numbers of the deliveries that will be tried, or are being tried.
  private var open: Set<Int> = []
  private var events = 0

  var hasEndpoints: Bool { !endpoints.isEmpty }
  var hasOpenDeliveries: Bool { !open.isEmpty }

  subscript(endpoint number: Int) -> WebhookEndpoint {
    get { endpoints[number] }
    set { endpoints[number] = newValue }
  }

  /// A deleted endpoint is not found.
  func endpoint(_ id: String) -> WebhookEndpoint? {
    endpoints.first { $0.id == id && !$0.isDeleted }
  }

  func delivery(_ id: String, of endpoint: Int) -> WebhookDelivery? {
    deliveries.first { $0.id == id && $0.endpoint == endpoint }
  }

  mutating func add(
    url: String, events: [String], description: String?, isEnabled: Bool, at now: Instant,
    identifiers: Identifiers
  ) -> WebhookEndpoint {
    let number = endpoints.count
    let endpoint = WebhookEndpoint(
      number: number, id: "wh_" + identifiers.ordered("webhook", number),
      secret: "whsec_" + identifiers.secret("webhook_secret", number), createdAt: now,
      updatedAt: now, url: url, events: events, isEnabled: isEnabled, description: description)
    endpoints.append(endpoint)
    return endpoint
  }

  /// Forgets what was still to be sent to it.
  mutating func delete(_ number: Int, at now: Instant) {
    endpoints[number].isDeleted = true
    endpoints[number].updatedAt = now
    open = open.filter { deliveries[$0].endpoint != number }
  }

  /// The number of a new event.
  mutating func nextEvent() -> Int {
    events += 1
    return events - 1
  }

  mutating func enqueue(
    _ event: String, body: [UInt8], for endpoint: Int, at now: Instant, identifiers: Identifiers
  ) {
    let number = deliveries.count
    deliveries.append(
      WebhookDelivery(
        number: number, id: "del_" + identifiers.ordered("delivery", number), endpoint: endpoint,
        event: event, body: body, createdAt: now, updatedAt: now, nextAttemptAt: now))
    open.insert(number)
  }

  /// Has it sent again, now.
  mutating func retry(_ number: Int, at now: Instant) {
    deliveries[number].status = .pending
    deliveries[number].nextAttemptAt = now
    deliveries[number].updatedAt = now
    open.insert(number)
  }

  /// The deliveries to send now, oldest first; each is in flight until `record` says how it went.
  ///
  /// - Parameter most: how many may be in flight at a time.
  mutating func takeDue(at now: Instant, handsInAll most: Int) -> [WebhookDelivery] {
    var free = most
    var due: [Int] = []
    for number in open {
      let delivery = deliveries[number]
      if delivery.isInFlight {
        free -= 1
      } else if endpoints[delivery.endpoint].isEnabled, let next = delivery.nextAttemptAt,
        next <= now
      {
        due.append(number)
      }
    }
    return due.sorted().prefix(max(0, free)).map { number in
      deliveries[number].isInFlight = true
      return deliveries[number]
    }
  }

  mutating func record(
    _ outcome: WebhookDelivery.Outcome, of number: Int, startedAt: Instant, now: Instant,
    keepsClientErrors: Bool
  ) {
    deliveries[number].record(
      outcome, startedAt: startedAt, now: now, keepsClientErrors: keepsClientErrors)
    if deliveries[number].nextAttemptAt == nil { open.remove(number) }
  }
}

import ProspectJSON

extension OpenProspect {
  /// `POST /orders`; the code 201 is assumed [contract openprospect §5.1].
  func createOrder(_ call: Call) throws(Refusal) -> Answer {
    let key = try orderKey(call)
    let request = try OrderRequest(call)
    let fingerprint = fingerprint(call)
    return try ledger.with { state throws(Refusal) in
      if let key {
        switch state.orders.match(key: key, fingerprint: fingerprint) {
        case .new: break
        case .conflict: throw keyConflict
        case .same(let number):
          return created(state.orders.orders[number], call, isReplay: true)
        }
      }
      let order = try newOrder(request, &state, at: call.now)
      state.orders.append(order)
      if let key { state.orders.bind(key, fingerprint: fingerprint, to: order) }
      return created(order, call, isReplay: false)
    }
  }

  /// `GET /orders`, in the order of their creation.
  func listOrders(_ call: Call) throws(Refusal) -> Answer {
    let page = try page(call)
    let orders = ledger.with { $0.orders.orders }
    let items = orders[page.range(in: orders.count)].map { JSON.object(json(of: $0, at: call.now)) }
    if readings.listsOrdersBare { return Answer(["orders": .array(items)]) }
    return Answer(page.envelope(items, total: orders.count, saysHasMore: true))
  }

  /// `GET /orders/{order_id}`.
  func getOrder(_ call: Call) throws(Refusal) -> Answer {
    Answer(.object(json(of: try order(call), at: call.now)))
  }

  /// - Throws: 404 for an order that the key cannot see.
  func order(_ call: Call) throws(Refusal) -> Order {
    let id = call.parameter("order_id")
    guard let order = ledger.with({ $0.orders.order(id) }) else {
      throw Refusal(404, "ORDER_NOT_FOUND", "No such order for this key.")
    }
    return order
  }

  /// The key under which an order is made once; nil when it may be made again.
  private func orderKey(_ call: Call) throws(Refusal) -> String? {
    let key = call.idempotencyKey.flatMap { $0.isEmpty ? nil : $0 }
    switch readings.orderKeys {
    case .ignored: return nil
    case .required where key == nil: throw .keyIsMissing
    case .honoured, .required: return key.map { boundKey("order \($0)", call) }
    }
  }

  private func newOrder(
    _ request: OrderRequest, _ state: inout LedgerState, at now: Instant
  ) throws(Refusal) -> Order {
    let number = state.orders.orders.count
    let id = request.profileID
    guard
      let wanted = state.orders.countries(ofProfile: id)
        ?? state.profiles.creation(ofProfile: id, at: now)?.countries
    else { throw Refusal(404, "PROFILE_NOT_FOUND", "No such search profile for this key.") }
    // A country that the sandbox does not know is searched everywhere.
    let known = wanted.map { $0.uppercased() }.filter { Country.index(ofCode: $0) != nil }
    let isImmediate = readings.jobTiming == .immediate
    let timeline = state.newTimeline(
      .order, at: now, scale: isImmediate ? 0 : ledger.configuration.jobDuration)
    return Order(
      number: number, id: ledger.identifiers.uuid("order", number), profileID: id,
      countries: known.isEmpty ? Country.all.map(\.code) : known, work: request.work,
      title: request.title, features: request.features, createdAt: now, duration: timeline.duration,
      outcome: state.orderOutcome(failing: timeline.fails))
  }

  private func created(_ order: Order, _ call: Call, isReplay: Bool) -> Answer {
    var answer = Answer(status: 201, .object(json(of: order, at: call.now)))
    answer.isReplay = isReplay
    return answer
  }

  func json(of order: Order, at now: Instant) -> JSONObject {
    let status = order.status(at: now)
    var body: JSONObject = [
      readings.orderIDIsPlain ? "id" : "order_id": .string(order.id),
      "order_type": .string(order.work.type), "profile_id": .string(order.profileID),
      "status": .string(status.rawValue), "briefing_quantity": .integer(order.quantity),
      "message": .optional(status.message),
      "created_at": .string(order.createdAt.wholeSecondsText),
    ]
    if let title = order.title { body["title"] = .string(title) }
    return body
  }
}

extension LedgerState {
  /// How a new order ends, which uses up what was ordered of the control pages.
  fileprivate mutating func orderOutcome(failing fails: Bool) -> Order.Outcome {
    if fails { return .failed }
    if failNext.remove(.rejection) != nil { return .rejected }
    return failNext.remove(.cancellation) != nil ? .cancelled : .completed
  }
}

extension OrderStatus {
  /// Why an order ended without results; only a rejection is documented to say so.
  fileprivate var message: String? {
    switch self {
    case .rejected: "The request is outside the agreed region."
    case .failed: "The order could not be fulfilled; tell us its id."
    default: nil
    }
  }
}

internal import MachinePort
internal import ProspectAPI
internal import ProspectJSON
internal import ProspectJournal

extension MachineHost {
  /// Sends a request to a granted host, as a step of the run. Any status is an answer.
  func http(_ wish: [UInt8], _ body: [UInt8]?) async throws(RequestRefusal) -> Reply {
    let request = try HTTPWish(wish, parser)
    let host = try services.http.host(at: request.origin)
    let target = try target(of: request, at: host)
    let headers: [(name: String, value: String)]
    do throws(CallError) {
      headers = try self.headers(of: request)
    } catch {
      return .failure(json: error.json())
    }
    try countCall()
    let identity = wish + [0] + (body ?? [])
    let call = host.call(
      target.operation, target: request.target, query: request.query, headers: headers, body: body,
      identity: identity)
    let reply = await step(
      "http.request", target.effectClass, arguments: identity, request: body ?? []
    ) { step in
      await send(call, to: target, for: step, deadline: deadline(in: request.timeout))
    }
    guard case .value(let answer, let facts, _) = reply else { return reply }
    // The body may be anything, so what the machine reads as a value are the facts.
    return .value(json: facts, meta: answer)
  }

  /// A secret of the environment, which the recipe gets a handle for.
  func httpSecret(_ name: String) throws(RequestRefusal) -> Reply {
    let (secret, origin) = try services.http.secret(name)
    // The same in every process, so that a step that uses it stays the same step.
    let handle = "environment:\(name)"
    vault.keep(secret, for: origin, as: handle)
    services.secrets.add(secret)
    return .value(json: JSON.string(handle).encoded)
  }

  private func target(
    of request: HTTPWish, at host: GrantedHost
  ) throws(RequestRefusal) -> ResolvedOperation {
    let hasKey = request.header("idempotency-key")?.isEmpty == false
    guard let operation = host.operation(request.method, hasKey: hasKey) else {
      throw HTTPWish.problem("`method` must be GET, POST, PUT, PATCH or DELETE")
    }
    return ResolvedOperation(operation, of: host.provider)
  }

  /// The header fields with the secrets in them.
  ///
  /// Not inlined: Swift 6.3.1 crashes when it optimises a typed throw within an async function of another error type.
  @inline(never)
  private func headers(
    of request: HTTPWish
  ) throws(CallError) -> [(name: String, value: String)] {
    var headers: [(name: String, value: String)] = []
    for field in request.headers {
      headers.append((field.name, try value(of: field.value, for: request.origin)))
    }
    return headers
  }

  private func value(
    of pieces: [HTTPWish.Piece], for origin: Origin
  ) throws(CallError) -> String {
    var value = ""
    for piece in pieces {
      switch piece {
      case .text(let text): value += text
      case .secret(let handle):
        guard let text = try vault.text(handle, for: origin) else {
          throw CallError(kind: .usage, message: "this run holds no such secret")
        }
        value += text
      }
    }
    return value
  }
}

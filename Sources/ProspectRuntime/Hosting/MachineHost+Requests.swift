internal import MachinePort
internal import ProspectAPI
internal import ProspectJSON

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension MachineHost {
  /// Begins to serve a request; its reply follows when it is known.
  func serve(_ id: UInt64, _ request: Request) {
    if case .now = request { return send(.reply(id: id, .value(json: Self.now))) }
    do throws(RequestRefusal) {
      try requests.begin(id, request)
    } catch {
      return send(.reply(id: id, .failure(json: error.json)))
    }
    meter.waitBegins()
    requests.attach(work(for: id, request), to: id)
  }

  /// Begins the work for a request.
  ///
  /// A task that prefers the loop is resumed on it, any other one takes a detour over the global pool, which costs more
  /// than the work itself. Files and functions of the host do belong in that pool, and go without.
  private func work(for id: UInt64, _ request: Request) -> Task<Void, Never> {
    switch request {
    case .call, .sleep, .http, .httpSecret:
      Task(executorPreference: services.loop) { await self.answer(request, id) }
    default:
      Task { await answer(request, id) }
    }
  }

  private func answer(_ request: Request, _ id: UInt64) async {
    deliver(concealed(await reply(to: request)), for: id)
  }

  /// The machine does not wait for this reply any more.
  func withdraw(_ id: UInt64) {
    requests.cancel(id)
    if requests.isEmpty { meter.waitEnds() }
  }

  private func deliver(_ reply: Reply, for id: UInt64) {
    let message = HostMessage.reply(id: id, reply)
    guard requests.end(id) else {
      if let descriptor = message.descriptor { systemClose(descriptor) }
      return
    }
    if requests.isEmpty { meter.waitEnds() }
    send(message)
  }

  private func reply(to request: Request) async -> Reply {
    do throws(RequestRefusal) {
      switch request {
      case .call(let name, let arguments, let timeout):
        return try await call(name, arguments, timeout.map(Duration.saturating(seconds:)))
      case .function(let name, let arguments): return try await invoke(name, arguments)
      case .module(let name): return .value(json: try await module(name).encoded)
      case .sleep(let seconds): return await sleep(seconds)
      case .now: return .value(json: Self.now)
      case .open(let path): return try await open(path)
      case .write(let path, let bytes): return try await write(path, bytes)
      case .download(let provider, let url, let path):
        return try await download(provider, url, path)
      case .saveSecret(let handle, let path): return try await saveSecret(handle, path)
      case .verify(let key, let message, let signatures):
        return try await verify(key, message, signatures)
      case .http(let wish, let body): return try await http(wish, body)
      case .httpSecret(let name): return try httpSecret(name)
      }
    } catch {
      return .failure(json: error.json)
    }
  }

  /// What was done went through `step`, which lets no secret pass; here is what was refused before.
  private func concealed(_ reply: Reply) -> Reply {
    guard case .failure(let json) = reply else { return reply }
    return .failure(json: concealment.concealHere(json))
  }

  /// A sleep that is cut short was withdrawn, so nobody reads its reply.
  private func sleep(_ seconds: Double) async -> Reply {
    // Beyond a century the difference does not matter, and a Duration has room for it.
    try? await services.loop.sleep(for: .seconds(min(seconds, 4e9)))
    return .value(json: Array("null".utf8))
  }

  /// Unix seconds with a fraction.
  private static var now: [UInt8] {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return JSON.number(Double(time.tv_sec) + Double(time.tv_nsec) / 1e9).encoded
  }
}

import HTTPTypes
import Hummingbird
import NIOCore
import ProspectJSON

extension Sandbox {
  /// The three providers, the file host and the control pages behind one port.
  static func router(_ ledger: Ledger) -> Router<SandboxContext> {
    let router = Router(context: SandboxContext.self)
    router.add(middleware: UnknownPaths(ledger: ledger))
    add(OpenProspect(ledger: ledger), to: router)
    add(ProspectB2B(ledger: ledger), to: router)
    add(SphereScout(ledger: ledger), to: router)
    add(SphereScoutVariant(ledger: ledger), to: router)
    let files = FileHost(ledger: ledger)
    router.get("\(FileHost.prefix)/:token") { request, context in
      try await FaultyCall(ledger: ledger, operation: FileHost.operation)
        .response(request, context) { files.answer(token: $0.parameter("token"), $0) }
    }
    let openProspect = OpenProspect(ledger: ledger)
    router.get("/health") { request, context in
      try await respond(openProspect, OpenProspect.health, request, context)
    }
    addControl(Control(ledger: ledger), to: router)
    return router
  }

  private static func add<Provider: SandboxProvider>(
    _ provider: Provider, to router: Router<SandboxContext>
  ) {
    for endpoint in Provider.endpoints {
      let path = RouterPath(stringLiteral: Provider.prefix + endpoint.path)
      router.on(path, method: endpoint.method) { request, context in
        try await respond(provider, endpoint, request, context)
      }
    }
  }

  private static func respond<Provider: SandboxProvider>(
    _ provider: Provider, _ endpoint: Endpoint<Provider>, _ request: Request,
    _ context: SandboxContext
  ) async throws -> Response {
    try await FaultyCall(ledger: provider.ledger, operation: "\(Provider.name).\(endpoint.name)")
      .response(request, context) { await provider.answer(endpoint, $0) }
  }

  private static func addControl(_ control: Control, to router: Router<SandboxContext>) {
    let pages: [(HTTPRequest.Method, String, @Sendable (Call) -> Answer)] = [
      (.get, "summary", control.summary), (.get, "ledger", control.everything),
      (.get, "leads", control.leads), (.get, "contacts", control.contacts),
      (.get, "clock", control.clock), (.post, "clock/advance", control.advance),
      (.post, "jobs/fail-next", control.failNext), (.get, "faults", control.faults),
      (.post, "faults", control.plan), (.delete, "faults", control.forget),
      (.get, "keys", control.keys), (.post, "reset", control.reset),
    ]
    for (method, path, page) in pages {
      router.on("/_sandbox/\(path)", method: method) { request, context in
        page(try await Call(request, context, control.ledger)).response
      }
    }
  }
}

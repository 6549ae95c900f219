import HTTPTypes
import Hummingbird
import NIOCore
import ProspectJSON

extension Sandbox {
  /// The three providers, the file host and the control pages behind one port.
  static func router(_ ledger: Ledger) -> Router<BasicRequestContext> {
    let router = Router()
    router.add(middleware: UnknownPaths(ledger: ledger))
    add(OpenProspect(ledger: ledger), to: router)
    add(ProspectB2B(ledger: ledger), to: router)
    add(SphereScout(ledger: ledger), to: router)
    add(SphereScoutVariant(ledger: ledger), to: router)
    let files = FileHost(ledger: ledger)
    router.get("\(FileHost.prefix)/:token") { request, context in
      let call = try await Call(request, context, ledger)
      return files.answer(token: call.parameter("token"), call).response
    }
    let openProspect = OpenProspect(ledger: ledger)
    router.get("/health") { request, context in
      await openProspect.answer(OpenProspect.health, try await Call(request, context, ledger))
        .response
    }
    addControl(Control(ledger: ledger), to: router)
    return router
  }

  private static func add<Provider: SandboxProvider>(
    _ provider: Provider, to router: Router<BasicRequestContext>
  ) {
    for endpoint in Provider.endpoints {
      let path = RouterPath(stringLiteral: Provider.prefix + endpoint.path)
      router.on(path, method: endpoint.method) { request, context in
        let call = try await Call(request, context, provider.ledger)
        return await provider.answer(endpoint, call).response
      }
    }
  }

  private static func addControl(_ control: Control, to router: Router<BasicRequestContext>) {
    let pages: [(HTTPRequest.Method, String, @Sendable (Call) -> Answer)] = [
      (.get, "summary", control.summary), (.get, "ledger", control.everything),
      (.get, "leads", control.leads), (.get, "contacts", control.contacts),
      (.get, "clock", control.clock), (.post, "clock/advance", control.advance),
      (.post, "jobs/fail-next", control.failNext),
    ]
    for (method, path, page) in pages {
      router.on("/_sandbox/\(path)", method: method) { request, context in
        page(try await Call(request, context, control.ledger)).response
      }
    }
  }
}

import HTTPTypes
import Hummingbird

/// Answers paths that no operation has, each provider in its own envelope, and OpenProspect's
/// trailing slashes, which are redirected with 307 [contract openprospect §11].
struct UnknownPaths: RouterMiddleware {
  typealias Context = SandboxContext

  let ledger: Ledger

  func handle(
    _ request: Request, context: Context,
    next: @concurrent (Request, Context) async throws -> Response
  ) async throws -> Response {
    let path = request.uri.path
    if path.hasSuffix("/"), path.hasPrefix("\(OpenProspect.prefix)/") {
      return trailingSlash(request)
    }
    do {
      return try await next(request, context)
    } catch let error as HTTPError where error.status == .notFound {
      return unknown(path)
    }
  }

  private func trailingSlash(_ request: Request) -> Response {
    let path = request.uri.path
    guard !ledger.configuration.readings.openProspect.trailingSlashIsUnknown else {
      return unknown(path)
    }
    var location = path
    while location.hasSuffix("/") { location.removeLast() }
    if let query = request.uri.query { location += "?\(query)" }
    return Response(
      status: .temporaryRedirect,
      headers: [.location: location, .requestID: ledger.nextRequestID()])
  }

  private func unknown(_ path: String) -> Response {
    if path.hasPrefix("\(ProspectB2B.prefix)/") { return refuse(ProspectB2B(ledger: ledger)) }
    if path.hasPrefix("\(OpenProspect.prefix)/") { return refuse(OpenProspect(ledger: ledger)) }
    return refuse(SphereScout(ledger: ledger))
  }

  private func refuse<Provider: SandboxProvider>(_ provider: Provider) -> Response {
    let id = ledger.nextRequestID()
    var answer = Answer(
      status: 404, provider.envelope(Provider.unknownPath, requestID: id))
    answer.headers.append((.requestID, id))
    return answer.response
  }
}

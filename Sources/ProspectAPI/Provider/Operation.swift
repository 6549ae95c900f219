internal import ProspectJSON

/// One documented call of a provider, frozen from its description.
///
/// A class because it is shared by every call: preparing one copies a pointer, not the table.
package final class Operation: Sendable {
  /// How sure the description is that the provider has this operation.
  package enum Source: String, Sendable, CaseIterable { case seed, pages, inferred }

  /// HTTP methods that descriptions may use.
  package enum Method: String, Sendable, CaseIterable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"
  }

  /// What a request has as its body when no argument goes there.
  package enum EmptyBody: String, Sendable, CaseIterable {
    /// No body at all.
    case none
    /// `{}`: some providers insist on an object.
    case emptyObject = "empty_object"
  }

  package let provider: String
  /// Its name, `resource.verb`.
  package let name: String
  package let summary: String
  package let method: Method
  package let path: PathTemplate
  package let effect: Effect
  package let source: Source
  package let scopes: [String]
  package let parameters: [Parameter]
  /// Of these arguments at least one must be given; empty when there is no such rule.
  package let atLeastOne: [String]
  package let emptyBody: EmptyBody

  /// `provider.resource.verb`, as requests of a machine name it.
  package var fullName: String { "\(provider).\(name)" }

  static let fields = [
    "summary", "method", "path", "effect", "source", "scopes", "cost", "parameters", "body",
    "result", "at_least_one", "paging", "job",
  ]

  init(
    _ name: String, of provider: String, _ table: DescriptionTable
  ) throws(DescriptionError) {
    try table.allow(only: Self.fields)
    self.provider = provider
    self.name = name
    summary = try table.requiredText("summary")
    guard let method = try table.word("method", Method.self) else {
      throw table.mistake("method", "is missing")
    }
    self.method = method
    path = try PathTemplate(try table.requiredText("path"), at: table.place(of: "path"))
    guard let effect = try table.word("effect", Effect.self) else {
      throw table.mistake("effect", "is missing: it says what may be repeated")
    }
    self.effect = effect
    source = try table.word("source", Source.self) ?? .inferred
    scopes = try table.texts("scopes")
    emptyBody = try table.word("body", EmptyBody.self) ?? .none
    atLeastOne = try table.texts("at_least_one")
    parameters = try Self.parameters(of: table, method: method, path: path)
    _ = try table.text("result")
    for name in atLeastOne where !parameters.contains(where: { $0.name == name }) {
      throw table.mistake("at_least_one", "there is no parameter \"\(name)\"")
    }
  }

  private static func parameters(
    of table: DescriptionTable, method: Method, path: PathTemplate
  ) throws(DescriptionError) -> [Parameter] {
    let described = try table.table("parameters")
    let usual: Parameter.Place = method == .get || method == .delete ? .query : .body
    var parameters: [Parameter] = []
    for name in (described?.object.names ?? []).sorted() {
      guard let inner = try described?.table(name) else { continue }
      let place = path.names.contains(name) ? .path : usual
      parameters.append(try Parameter(name, inner, defaultPlace: place))
    }
    for name in path.names where !parameters.contains(where: { $0.name == name && $0.isRequired }) {
      throw table.mistake("path", "{\(name)} needs a required parameter of that name")
    }
    return parameters
  }
}

internal import ProspectJSON

/// One documented call of a provider, frozen from its description.
///
/// A class because it is shared by every call: preparing one copies a pointer, not the table.
package final class Operation: Sendable {
  /// How sure the description is that the provider has this operation.
  package enum Source: String, Sendable, CaseIterable { case seed, pages, inferred }

  /// Whether the provider still documents it.
  package enum Life: String, Sendable, CaseIterable { case current, legacy }

  /// HTTP methods that descriptions may use.
  package enum Method: String, Sendable, CaseIterable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"
  }

  /// What a request has as its body when no argument goes there; without one it has none.
  package enum EmptyBody: String, Sendable, CaseIterable {
    /// `{}`: some providers insist on an object.
    case emptyObject = "empty_object"
  }

  package let provider: String
  /// Its name, `resource.verb`.
  package let name: String
  package let summary: String
  /// What else one should know; empty when there is nothing.
  package let notes: String
  package let method: Method
  package let path: PathTemplate
  /// Whether the path begins at the origin, not at the path of the base URL.
  package let isRoot: Bool
  /// Whether it is called without a credential.
  package let isPublic: Bool
  package let effect: Effect
  package let source: Source
  package let life: Life
  /// What the key must have, all of them.
  package let scopes: [String]
  /// In the order of their names.
  package let parameters: [Parameter]
  package let fixed: [FixedQuery]
  /// Of these arguments at least one must be given; empty when there is no such rule.
  package let atLeastOne: [String]
  /// Of these arguments exactly one must be given; empty when there is no such rule.
  package let exactlyOne: [String]
  package let emptyBody: EmptyBody?
  /// Why a person must agree; nil when nobody must. A call needs `confirm = true` then.
  package let confirm: String?
  /// Path of the payload in the answer; nil: the whole answer.
  package let result: String?
  /// The documented fields of the result, or of one item of a list.
  package let returns: [ResultField]
  /// Paths in the result of what is shown once and must not be printed.
  package let secrets: [String]
  package let paging: Paging?
  package let job: JobProtocol?
  package let cost: Cost?
  /// Lua that runs against the sandbox.
  package let example: String?

  /// `provider.resource.verb`, as requests of a machine name it.
  package var fullName: String { "\(provider).\(name)" }

  init(
    _ name: String, of provider: String, _ table: DescriptionTable
  ) throws(DescriptionError) {
    try table.allow(only: Self.fields)
    self.provider = provider
    self.name = name
    summary = try table.requiredText("summary")
    notes = try table.text("notes") ?? ""
    method = try table.requiredWord("method", Method.self)
    path = try PathTemplate(try table.requiredText("path"), at: table.place(of: "path"))
    isRoot = try table.flag("root")
    isPublic = try table.flag("public")
    effect = try table.requiredWord("effect", Effect.self, ": it says what may be repeated")
    source = try table.word("source", Source.self) ?? .inferred
    life = try table.word("life", Life.self) ?? .current
    scopes = try table.texts("scopes")
    parameters = try Self.parameters(of: table, method: method, path: path)
    fixed = try FixedQuery.all(of: table)
    let names = parameters.map(\.name)
    atLeastOne = try table.names("at_least_one", among: names, "parameter")
    exactlyOne = try table.names("exactly_one", among: names, "parameter")
    emptyBody = try table.word("body", EmptyBody.self)
    confirm = try table.text("confirm")
    result = try table.path("result")
    returns = try ResultField.all(of: table)
    secrets = try table.paths("secrets")
    paging = try table.table("paging").map(Paging.init)
    job = try table.table("job").map(JobProtocol.init)
    cost = try table.table("cost").map(Cost.init)
    example = try table.text("example")
    try checkCoherence(table)
  }
}

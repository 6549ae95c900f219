internal import ProspectJSON

extension Operation {
  static let fields = [
    "summary", "notes", "method", "path", "root", "public", "effect", "source", "life", "scopes",
    "parameters", "fixed", "at_least_one", "exactly_one", "body", "confirm", "result", "returns",
    "secrets", "paging", "job", "cost", "example",
  ]

  static func parameters(
    of table: DescriptionTable, method: Method, path: PathTemplate
  ) throws(DescriptionError) -> [Parameter] {
    let described = try table.table("parameters")
    let usual: Parameter.Place = method == .get || method == .delete ? .query : .body
    var parameters: [Parameter] = []
    for name in (described?.object.names ?? []).sorted() {
      guard let inner = try described?.table(name) else { continue }
      let isInPath = path.names.contains(name)
      let parameter = try Parameter(name, inner, defaultPlace: isInPath ? .path : usual)
      guard isInPath == (parameter.place == .path) else {
        throw inner.mistake(
          "at", isInPath ? "its place is the path" : "the path holds no {\(name)}")
      }
      parameters.append(parameter)
    }
    for name in path.names where !parameters.contains(where: { $0.name == name && $0.isRequired }) {
      throw table.mistake("path", "{\(name)} needs a required parameter of that name")
    }
    return parameters
  }

  /// Checks what the fields of the operation say about each other.
  func checkCoherence(_ table: DescriptionTable) throws(DescriptionError) {
    if paging != nil, job != nil {
      throw table.mistake("job", "an answer cannot be a page of a list and start a job")
    }
    if confirm != nil, parameters.contains(where: { $0.name == "confirm" }) {
      throw table.mistake("confirm", "the provider has a parameter of that name already")
    }
    if isPublic, !scopes.isEmpty {
      throw table.mistake("scopes", "an operation without a credential needs none")
    }
    for name in exactlyOne where atLeastOne.contains(name) {
      throw table.mistake("exactly_one", "\"\(name)\" is in at_least_one too")
    }
    for fixed in fixed
    where parameters.contains(where: { $0.place == .query && $0.wireName == fixed.name }) {
      throw table.mistake("fixed", "\"\(fixed.name)\" is a parameter too")
    }
    if let wrong = twiceOnTheWire {
      throw table.mistake("parameters", "two parameters are called \"\(wrong)\" in the request")
    }
  }

  private var twiceOnTheWire: String? {
    var seen: Set<String> = []
    for parameter in parameters {
      let (isNew, _) = seen.insert("\(parameter.place) \(parameter.wireName)")
      if !isNew { return parameter.wireName }
    }
    return nil
  }
}

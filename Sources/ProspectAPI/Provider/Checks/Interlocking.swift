/// Checks what operations say about each other: pages name an argument, jobs name the operations that follow them, prices
/// the operations that know them.
struct Interlocking {
  let operations: [String: Operation]
  private let provider: Provider

  init(_ provider: Provider) {
    self.provider = provider
    operations = provider.operations
  }

  func check() throws(DescriptionError) {
    if let login = provider.authentication?.login { try check(login) }
    if let credits = provider.credits {
      _ = try operation(credits.operation, "credits.operation")
    }
    if let identity = provider.identity {
      _ = try operation(identity.operation, "identity.operation")
    }
    for (name, operation) in operations.sorted(by: { $0.key < $1.key }) {
      let place = "operations[\"\(name)\"]"
      if name.hasSuffix(".job"), let starter = provider.jobStarter(in: operation.resource) {
        throw DescriptionError(
          path: place, problem: "the name is taken: it picks up the jobs of \(starter.name)")
      }
      if let paging = operation.paging { try check(paging, of: operation, "\(place).paging") }
      if let job = operation.job { try check(job, of: operation, "\(place).job") }
      if let rows = operation.cost?.rows { try check(rows, of: operation, "\(place).cost.rows") }
    }
  }

  private func check(_ login: Login) throws(DescriptionError) {
    let place = "authentication.login"
    let steps = [
      (login.operation, "operation", ["username", "password"]),
      (login.refresh, "refresh", ["refresh"]),
    ]
    for case (let name?, let field, let arguments) in steps {
      let operation = try operation(name, "\(place).\(field)")
      for argument in arguments {
        try requireParameter(argument, of: operation, "\(place).\(field)")
      }
      // It would wait for the credential that it is there to get.
      guard operation.isPublic else {
        throw DescriptionError(
          path: "\(place).\(field)",
          problem: "\(name) must be public: it is what makes a credential")
      }
    }
  }

  func operation(_ name: String, _ place: String) throws(DescriptionError) -> Operation {
    if let operation = operations[name] { return operation }
    let suggestion = Suggestion.text(for: name, among: operations.keys)
    throw DescriptionError(
      path: place, problem: "there is no operation \"\(name)\"\(suggestion)")
  }

  @discardableResult
  func requireParameter(
    _ name: String, of operation: Operation, _ place: String
  ) throws(DescriptionError) -> Parameter {
    if let parameter = operation.parameters.first(where: { $0.name == name }) { return parameter }
    let suggestion = Suggestion.text(for: name, among: operation.parameters.map(\.name))
    throw DescriptionError(
      path: place, problem: "\(operation.name) has no parameter \"\(name)\"\(suggestion)")
  }
}

package import ProspectJSON

extension Operation {
  /// The argument by which a person agrees; it is not sent.
  package static let confirmation = "confirm"

  /// Checks the arguments of a call and makes its request.
  ///
  /// The machine has checked them already, but nothing that comes from there is trusted.
  ///
  /// - Parameters:
  ///   - arguments: a JSON object, names sorted.
  ///   - parser: reused from call to call.
  /// - Throws: `CallError` of kind `argument` that names the argument and the remedy.
  package func prepare(
    _ arguments: [UInt8], parser: JSONParser
  ) throws(CallError) -> PreparedCall {
    let object = try parse(arguments, parser)
    let given = try match(object.members)
    try requireNeeded(object)
    let bodyCount = given.count { $0.parameter.place == .body }
    // When all arguments go into the body under their own names, the bytes that came are the body.
    let isWholeBody =
      bodyCount == object.members.count && given.allSatisfy { $0.parameter.keepsItsNames }
    return PreparedCall(
      operation: self,
      target: try target(given),
      body: bodyCount > 0 ? (isWholeBody ? arguments : body(of: given)) : noArgumentBody,
      headers: try headers(of: given),
      arguments: arguments)
  }

  /// What is said when nobody agreed.
  package var confirmationProblem: String { "confirm = true is needed: \(confirm ?? "")" }

  typealias Given = (parameter: Parameter, value: JSON)

  func problem(_ message: String) -> CallError {
    CallError(kind: .argument, message: message, provider: provider, operation: name)
  }

  private func parse(_ arguments: [UInt8], _ parser: JSONParser) throws(CallError) -> JSONObject {
    let value: JSON
    do { value = try parser.parse(arguments) } catch {
      throw problem("the arguments are no JSON document: \(error)")
    }
    guard let object = value.object else {
      // Lua cannot tell an empty list from an empty table.
      if value.array?.isEmpty == true { return JSONObject() }
      throw problem("the arguments must be a table of names and values, got \(value.luaKindName)")
    }
    return object
  }

  private func match(_ members: [JSONObject.Member]) throws(CallError) -> [Given] {
    var given: [Given] = []
    given.reserveCapacity(members.count)
    for member in members {
      if confirm != nil, member.name == Self.confirmation { continue }
      guard let parameter = parameters.first(where: { $0.name == member.name }) else {
        throw problem(unknown(member.name).message)
      }
      if given.contains(where: { $0.parameter.name == member.name }) {
        throw problem("argument \"\(member.name)\" is given twice")
      }
      if let wrong = parameter.problem(with: member.value, at: member.name) {
        throw problem(wrong.message)
      }
      given.append((parameter, member.value))
    }
    return given
  }

  private func unknown(_ name: String) -> ArgumentProblem {
    let names = parameters.map(\.name) + (confirm == nil ? [] : [Self.confirmation])
    return .unknown(name, name, among: names)
  }

  private func requireNeeded(_ object: JSONObject) throws(CallError) {
    for parameter in parameters where parameter.isRequired && object[parameter.name] == nil {
      throw problem("argument \"\(parameter.name)\" is missing")
    }
    if !atLeastOne.isEmpty, !atLeastOne.contains(where: { object[$0] != nil }) {
      throw problem(
        "one of these arguments is needed: \(atLeastOne.joined(separator: ", "))")
    }
    if !exactlyOne.isEmpty, exactlyOne.count(where: { object[$0] != nil }) != 1 {
      throw problem(
        "exactly one of these arguments is needed: \(exactlyOne.joined(separator: ", "))")
    }
    if confirm != nil, object[Self.confirmation] != .bool(true) {
      throw problem(confirmationProblem)
    }
  }
}

extension Parameter {
  /// Whether it, and all inside it, is called the same in the request as in a recipe.
  fileprivate var keepsItsNames: Bool {
    wireName == name && (fields?.allSatisfy(\.keepsItsNames) ?? true)
  }
}

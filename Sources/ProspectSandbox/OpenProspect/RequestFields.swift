import ProspectJSON

/// The members of a request body, each checked when it is taken; what is wrong with one is a 422
/// that names it [contract openprospect §7].
struct RequestFields: Sendable {
  private let members: JSONObject
  /// Where the members stand, as in `companies[3].`.
  private let place: String

  /// - Throws: 422 for a body that is no JSON object.
  init(_ call: Call) throws(Refusal) {
    guard call.isJSON, let members = call.json?.object else {
      throw .invalid("body", "must be a JSON object sent as application/json")
    }
    self.members = members
    place = ""
  }

  private init(_ value: JSON, at place: String) throws(Refusal) {
    guard let members = value.object else { throw .invalid(place, "must be an object") }
    self.members = members
    self.place = "\(place)."
  }

  var names: [String] { members.names }

  subscript(name: String) -> JSON? { members[name] }

  /// A text that must be there and hold something.
  func requiredText(_ name: String) throws(Refusal) -> String {
    guard let text = try text(name) else { throw invalid(name, "is required") }
    guard !text.isEmpty else { throw invalid(name, "must not be empty") }
    return text
  }

  /// A text; nil when it is absent, or null where that is allowed.
  func text(_ name: String, nullable: Bool = false) throws(Refusal) -> String? {
    guard let value = members[name], !(nullable && value == .null) else { return nil }
    guard let text = value.string else { throw invalid(name, "must be a string") }
    return text
  }

  func texts(_ name: String) throws(Refusal) -> [String]? {
    guard let value = members[name] else { return nil }
    guard let items = value.array, items.allSatisfy({ $0.string != nil }) else {
      throw invalid(name, "must be a list of strings")
    }
    return items.compactMap(\.string)
  }

  func integer(_ name: String) throws(Refusal) -> Int? {
    guard let value = members[name] else { return nil }
    guard let number = value.integer else { throw invalid(name, "must be an integer") }
    return Int(number)
  }

  /// The objects of a list with 1 to `limit` of them.
  func objects(_ name: String, atMost limit: Int) throws(Refusal) -> [RequestFields]? {
    guard let value = members[name] else { return nil }
    guard let items = value.array else { throw invalid(name, "must be a list") }
    guard (1...limit).contains(items.count) else {
      throw invalid(name, "must contain 1 to \(limit) values")
    }
    var fields: [RequestFields] = []
    fields.reserveCapacity(items.count)
    for (number, item) in items.enumerated() {
      fields.append(try RequestFields(item, at: "\(place)\(name)[\(number)]"))
    }
    return fields
  }

  func invalid(_ name: String, _ error: String) -> Refusal { .invalid(place + name, error) }
}

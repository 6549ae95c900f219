import ProspectJSON

/// The JSON object that a write brings, read member by member.
struct RequestBody: Sendable {
  let object: JSONObject

  /// An object inside a body.
  init(object: JSONObject) { self.object = object }

  /// - Throws: 400 for a body that is no JSON object or is not sent as one.
  init(_ call: Call) throws(Refusal) {
    guard call.isJSON, let object = call.json?.object else {
      throw .invalidRequest("the body must be a JSON object sent as application/json")
    }
    self.object = object
  }

  var isEmpty: Bool { object.members.isEmpty }

  /// The value of a member; nil when it is absent or null.
  subscript(name: String) -> JSON? {
    guard let value = object[name], value != .null else { return nil }
    return value
  }

  /// Whether a member is there, null or not.
  func has(_ name: String) -> Bool { object[name] != nil }

  func text(_ name: String) throws(Refusal) -> String? {
    guard let value = self[name] else { return nil }
    guard let text = value.string else {
      throw .invalidRequest("\(name) must be a string, not \(value.kindName)", field: name)
    }
    return text
  }

  func flag(_ name: String) throws(Refusal) -> Bool? {
    guard let value = self[name] else { return nil }
    guard let flag = value.bool else {
      throw .invalidRequest("\(name) must be a boolean, not \(value.kindName)", field: name)
    }
    return flag
  }

  /// A text that must be one of `words`.
  func word(_ name: String, of words: [String]) throws(Refusal) -> String? {
    guard let text = try text(name) else { return nil }
    guard words.contains(text) else {
      throw .invalidRequest("\(name) must be \(words.joined(separator: " or "))", field: name)
    }
    return text
  }

  func texts(_ name: String) throws(Refusal) -> [String]? {
    guard let value = self[name] else { return nil }
    let texts = value.array?.compactMap(\.string)
    guard let texts, texts.count == value.array?.count else {
      throw .invalidRequest("\(name) must be a list of strings", field: name)
    }
    return texts
  }

  func object(_ name: String) throws(Refusal) -> JSONObject? {
    guard let value = self[name] else { return nil }
    guard let object = value.object else {
      throw .invalidRequest("\(name) must be an object, not \(value.kindName)", field: name)
    }
    return object
  }

  /// A list that must have 1 to `most` elements.
  func list(_ name: String, most: Int) throws(Refusal) -> [JSON] {
    guard let list = self[name]?.array, (1...most).contains(list.count) else {
      throw .invalidRequest("\(name) must be a list of 1 to \(most)", field: name)
    }
    return list
  }
}

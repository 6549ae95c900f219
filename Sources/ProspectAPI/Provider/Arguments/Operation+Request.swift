internal import ProspectJSON

extension Operation {
  /// Path and query of a call.
  func target(_ given: [Given]) throws(CallError) -> String {
    if case .text(let fixed)? = path.pieces.first, path.pieces.count == 1, self.fixed.isEmpty,
      !given.contains(where: { $0.parameter.place == .query })
    {
      return fixed
    }
    var url: [UInt8] = []
    for piece in path.pieces {
      switch piece {
      case .text(let text): url.append(contentsOf: text.utf8)
      case .name(let name): PercentEncoding.append(try pathValue(name, given), to: &url)
      }
    }
    appendQuery(given, to: &url)
    return String(decoding: url, as: UTF8.self)
  }

  private func pathValue(_ name: String, _ given: [Given]) throws(CallError) -> String {
    let value = given.first { $0.parameter.name == name }.map { Self.text(of: $0.value) } ?? ""
    // It could climb out of its place in the path (RFC 3986 §5.2.4): as a dot segment, or at a server that decodes the
    // path before it looks for segments. No identifier needs any of this.
    let isIdentifier = value.utf8.allSatisfy {
      $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "\\")
    }
    guard !value.isEmpty, value != ".", value != "..", isIdentifier else {
      throw problem("argument \"\(name)\" must be an identifier, got \"\(value)\"")
    }
    return value
  }

  private func appendQuery(_ given: [Given], to url: inout [UInt8]) {
    var separator = UInt8(ascii: "?")
    func append(_ name: String, _ value: String) {
      url.append(separator)
      PercentEncoding.append(name, to: &url)
      url.append(UInt8(ascii: "="))
      PercentEncoding.append(value, to: &url)
      separator = UInt8(ascii: "&")
    }
    for query in fixed { append(query.name, query.value) }
    for (parameter, value) in given where parameter.place == .query {
      // A list is a repeated name; null is an absent one.
      for element in value.array ?? [value] where element != .null {
        if case .object = element { continue }  // an empty list, as Lua writes it
        append(parameter.wireName, Self.text(of: element))
      }
    }
  }

  /// A single value as a URL or header carries it: booleans are the words true and false.
  private static func text(of value: JSON) -> String {
    if let text = value.string { return text }
    if let integer = value.integer { return String(integer) }
    return value.text
  }

  func headers(of given: [Given]) throws(CallError) -> [(name: String, value: String)] {
    var headers: [(name: String, value: String)] = []
    for (parameter, value) in given where parameter.place == .header {
      let text = Self.text(of: value)
      // A line break would begin another header field (RFC 9110 §5.5).
      guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
        throw problem("argument \"\(parameter.name)\" must not hold control characters")
      }
      headers.append((parameter.wireName, text))
    }
    return headers
  }

  func body(of given: [Given]) -> [UInt8] {
    let members = given.filter { $0.parameter.place == .body }
      .map {
        JSONObject.Member(name: $0.parameter.wireName, value: $0.parameter.onTheWire($0.value))
      }
    return JSON.object(JSONObject(members)).encoded
  }

  var noArgumentBody: [UInt8]? {
    switch emptyBody {
    case nil: nil
    case .emptyObject: Array("{}".utf8)
    }
  }
}

extension Parameter {
  /// The value with the names that the fields inside it have in the request.
  fileprivate func onTheWire(_ value: JSON) -> JSON {
    guard let fields else { return value }
    switch value {
    case .array(let elements): return .array(elements.map(onTheWire))
    case .object(let object):
      let members = object.members.map { member in
        guard let field = fields.first(where: { $0.name == member.name }) else { return member }
        return JSONObject.Member(name: field.wireName, value: field.onTheWire(member.value))
      }
      return .object(JSONObject(members))
    default: return value
    }
  }
}

internal import ProspectJSON

/// A host to which recipes may send requests of their own: a provider that nobody describes, so that its requests go the same
/// way as all calls, with the same limits, waits and repetitions.
package struct GrantedHost: Sendable {
  package let provider: Provider

  package var origin: Origin { provider.baseURL.origin }

  /// - Parameter text: a host, perhaps with a port, which means https; or an origin such as `http://localhost:3000`.
  /// - Throws: `DescriptionError` when it is none, has a path, or is plain http to another machine.
  package init(_ text: String) throws(DescriptionError) {
    let url = text.contains("://") ? text : "https://\(text)"
    guard let origin = Origin(url: url), url.lowercased() == origin.text || Self.isBare(url) else {
      throw DescriptionError(
        path: "http", problem: "\"\(text)\" is no host such as hooks.example.com or localhost:3000")
    }
    guard origin.isSecure || origin.isLoopback else {
      throw DescriptionError(
        path: "http",
        problem: "\"\(text)\" must be reached by https (http is for this machine only)")
    }
    provider = try Provider(opaque: Self.description(of: origin))
  }

  /// Whether nothing stands behind host and port.
  private static func isBare(_ url: String) -> Bool {
    !url.drop { $0 != "/" }.dropFirst(2).contains { "/?#".contains($0) }
  }

  /// What a request does to the world: the method says so, or a key by which the server knows a repetition
  /// (RFC 9110 §9.2.2).
  private static func effect(of method: Operation.Method, hasKey: Bool) -> Effect {
    switch method {
    case .get: .read
    case .put, .delete: .natural
    case .post, .patch: hasKey ? .natural : .unrepeatable
    }
  }

  private static func name(of method: Operation.Method, hasKey: Bool) -> String {
    let word = method.rawValue.lowercased()
    return hasKey ? "\(word)_with_key" : word
  }

  private static func description(of origin: Origin) -> JSON {
    var operations = JSONObject()
    for method in Operation.Method.allCases {
      for hasKey in [false, true] {
        operations[name(of: method, hasKey: hasKey)] = [
          "summary": "Sends a request.", "path": "/", "method": .string(method.rawValue),
          "effect": .string(effect(of: method, hasKey: hasKey).rawValue),
        ]
      }
    }
    return [
      "name": "http", "title": .string(origin.host), "base_url": .string(origin.text),
      "operations": .object(operations),
    ]
  }

  /// The operation that stands for a method; nil when requests cannot have that method.
  package func operation(_ method: String, hasKey: Bool) -> Operation? {
    Operation.Method(rawValue: method).flatMap {
      provider.operations[Self.name(of: $0, hasKey: hasKey)]
    }
  }

  /// A request to the host.
  ///
  /// - Parameters:
  ///   - target: path and query, percent-encoded.
  ///   - identity: what makes it the same step again, as canonical JSON.
  package func call(
    _ operation: Operation, target: String, query: [(name: String, value: String)],
    headers: [(name: String, value: String)], body: [UInt8]?, identity: [UInt8]
  ) -> PreparedCall {
    var whole = Array(target.utf8)
    for (name, value) in query {
      whole.append(UInt8(ascii: whole.contains(UInt8(ascii: "?")) ? "&" : "?"))
      PercentEncoding.append(name, to: &whole)
      whole.append(UInt8(ascii: "="))
      PercentEncoding.append(value, to: &whole)
    }
    return PreparedCall(
      operation: operation, target: String(decoding: whole, as: UTF8.self), body: body,
      headers: headers, arguments: identity)
  }
}

extension Origin {
  /// What would let recipes send requests there.
  package var grantHint: String {
    let name = isSecure ? String(text.dropFirst("https://".count)) : text
    return "grant it with --allow-host \(name), or with `http: [\"\(name)\"]` in prospect.yaml"
  }
}

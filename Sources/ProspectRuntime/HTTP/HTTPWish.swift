internal import ProspectAPI
internal import ProspectJSON

/// A request that a recipe wants to be sent, as the machine says it; nothing of it is believed.
struct HTTPWish {
  /// A piece of a header's value.
  enum Piece {
    case text(String)
    /// A secret, by its handle.
    case secret(String)
  }

  let origin: Origin
  /// Path and query of the URL.
  let target: String
  let method: String
  let headers: [(name: String, value: [Piece])]
  let query: [(name: String, value: String)]
  /// For all attempts together; nil without a limit of its own.
  let timeout: Duration?

  private static let longestURL = 16 << 10
  private static let mostHeaders = 100

  /// - Throws: a refusal that says what is wrong, without the URL: it may hold a secret.
  init(_ json: [UInt8], _ parser: JSONParser) throws(RequestRefusal) {
    guard let fields = (try? parser.parse(json))?.object, let url = fields["url"]?.string,
      let method = fields["method"]?.string
    else { throw Self.problem("the request is no table of url, method, headers and query") }
    guard url.utf8.count <= Self.longestURL, TransportRequest.isPlain(url),
      let origin = Origin(url: url)
    else {
      throw RequestRefusal(
        .argument, "http.request: `url` is no URL such as https://hooks.example.com/path",
        hint: "put values into `query`, which encodes them")
    }
    self.origin = origin
    target = Self.target(of: url)
    self.method = method.uppercased()
    headers = try Self.headers(fields["headers"]?.object)
    query = Self.query(fields["query"]?.object)
    timeout = fields["timeout"]?.number.map(Duration.saturating(seconds:))
  }

  /// The value of the field of that name, if it is a plain text.
  func header(_ name: String) -> String? {
    guard let field = headers.first(where: { $0.name.lowercased() == name }),
      case .text(let text)? = field.value.first, field.value.count == 1
    else { return nil }
    return text
  }

  static func problem(_ message: String) -> RequestRefusal {
    RequestRefusal(.argument, "http.request: \(message)")
  }

  /// What stands behind the host, without a fragment: that is never sent.
  private static func target(of url: String) -> String {
    let whole = url.prefix { $0 != "#" }
    return String(whole.drop { $0 != "/" }.dropFirst(2).drop { $0 != "/" && $0 != "?" })
  }

  private static func headers(
    _ object: JSONObject?
  ) throws(RequestRefusal) -> [(name: String, value: [Piece])] {
    var headers: [(name: String, value: [Piece])] = []
    for member in object?.members ?? [] {
      if let flaw = RequestField.flaw(in: member.name) { throw problem("\(member.name) \(flaw)") }
      guard !headers.contains(where: { $0.name.lowercased() == member.name.lowercased() }) else {
        throw problem("the header \(member.name) is there twice")
      }
      headers.append((member.name, try pieces(of: member)))
    }
    guard headers.count <= mostHeaders else { throw problem("there are too many headers") }
    return headers
  }

  private static func pieces(of member: JSONObject.Member) throws(RequestRefusal) -> [Piece] {
    var pieces: [Piece] = []
    for element in member.value.array ?? [member.value] {
      if let handle = element["secret"]?.string {
        pieces.append(.secret(handle))
      } else if let text = element.string, HeaderList.isWellFormed((member.name, text)) {
        pieces.append(.text(text))
      } else {
        throw problem("the header \(member.name) holds a line break or another control character")
      }
    }
    return pieces
  }

  private static func query(_ object: JSONObject?) -> [(name: String, value: String)] {
    (object?.members ?? []).flatMap { member in
      (member.value.array ?? []).compactMap { $0.string.map { (member.name, $0) } }
    }
  }
}

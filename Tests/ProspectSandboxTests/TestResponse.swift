import ProspectJSON

/// An HTTP answer as a test looks at it.
struct TestResponse: Sendable {
  let status: Int
  private let headers: [String: String]
  var body: [UInt8] = []

  init(head: String) throws {
    let lines = head.split(separator: "\r\n")
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count > 1, let status = Int(words[1]) else {
      throw Connection.Failure(message: "no status line in \(head)")
    }
    self.status = status
    headers = lines.dropFirst().reduce(into: [:]) { headers, line in
      guard let colon = line.firstIndex(of: ":") else { return }
      headers[line[..<colon].lowercased()] = String(
        line[line.index(after: colon)...].drop { $0 == " " })
    }
  }

  /// A header, whatever the case of its name.
  subscript(name: String) -> String? { headers[name.lowercased()] }

  var text: String { String(decoding: body, as: UTF8.self) }

  /// The value at a dotted path of the JSON body; nil when there is none.
  func at(_ path: String) -> JSON? { (try? JSON.parse(body))?.at(path: path) }

  func string(_ path: String) -> String? { at(path)?.string }
  /// Path and query of a link in the body.
  func target(_ path: String) -> String? {
    string(path).map { link in
      let rest = link.drop { $0 != "/" }.dropFirst(2)
      return String(rest.drop { $0 != "/" })
    }
  }
  func integer(_ path: String) -> Int? { at(path)?.integer.map { Int($0) } }
  func array(_ path: String) -> [JSON] { at(path)?.array ?? [] }
}

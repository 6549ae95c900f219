/// The decoded items of a query string, repeated names included.
struct Query: Sendable {
  struct Item: Sendable, Hashable {
    let name: String
    let value: String

    init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }

    /// The item as it stands in a URL.
    var encoded: String { "\(URLText.encoded(name))=\(URLText.encoded(value))" }
  }

  let items: [Item]

  init(_ text: String?) {
    items = (text ?? "").split(separator: "&").map { part in
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return Item(
        URLText.decoded(sides[0], plusIsBlank: true),
        sides.count > 1 ? URLText.decoded(sides[1], plusIsBlank: true) : "")
    }
  }

  /// The last value of a name, as most servers read it; nil when absent.
  subscript(name: String) -> String? { items.last { $0.name == name }?.value }

  /// Every value of a repeatable name.
  func all(_ name: String) -> [String] { items.filter { $0.name == name }.map(\.value) }
}

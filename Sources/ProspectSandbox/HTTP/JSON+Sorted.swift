import ProspectJSON

extension JSON {
  /// The same value with the members of every object in the order of their names.
  var sorted: JSON {
    switch self {
    case .array(let elements): .array(elements.map(\.sorted))
    case .object(let object):
      .object(
        JSONObject(
          object.members.map { .init(name: $0.name, value: $0.value.sorted) }
            .sorted { $0.name < $1.name }))
    default: self
    }
  }

  /// A string, or null for nil.
  static func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }

  static func strings(_ texts: some Sequence<String>) -> JSON { .array(texts.map(JSON.string)) }

  static func integer(_ value: Int) -> JSON { .integer(Int64(value)) }
}

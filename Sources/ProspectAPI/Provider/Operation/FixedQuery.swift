internal import ProspectJSON

/// A query parameter that is always sent.
package struct FixedQuery: Sendable, Equatable {
  /// Its name on the wire.
  package let name: String
  /// Its value as the URL carries it, before encoding.
  package let value: String

  /// All of an operation's field `fixed`, in the order of their names.
  static func all(of table: DescriptionTable) throws(DescriptionError) -> [FixedQuery] {
    guard let fixed = try table.table("fixed") else { return [] }
    var all: [FixedQuery] = []
    for member in fixed.object.members.sorted(by: { $0.name < $1.name }) {
      switch member.value {
      case .string(let text): all.append(FixedQuery(name: member.name, value: text))
      case .integer, .number, .bool:
        all.append(FixedQuery(name: member.name, value: member.value.text))
      default:
        throw fixed.mistake(
          member.name, "must be a text, a number or a truth value, not \(member.value.kindName)")
      }
    }
    return all
  }
}

internal import ProspectJSON

/// A documented field of a result.
package struct ResultField: Sendable, Equatable {
  package let name: String
  package let kind: Parameter.Kind

  /// All of an operation's field `returns`, in the order of their names.
  static func all(of table: DescriptionTable) throws(DescriptionError) -> [ResultField] {
    guard let returns = try table.table("returns") else { return [] }
    var all: [ResultField] = []
    for name in returns.object.names.sorted() {
      let kind = try returns.requiredWord(name, Parameter.Kind.self, as: "type")
      all.append(ResultField(name: name, kind: kind))
    }
    return all
  }
}

/// A kind of fault: how it is written and what it does.
package struct FaultKind: Sendable {
  typealias Reading = @Sendable (FaultValue) throws(FaultMistake) -> FaultAction

  /// As it stands behind the colon.
  package let name: String
  /// What may stand behind `=`; empty when nothing may.
  package let value: String
  package let summary: String
  /// The operations at which it has a meaning; nil for all.
  package let operations: [String]?
  private let names: Set<String>
  private let read: Reading

  /// - Parameter names: of the named values that it takes; nil takes every name.
  init(
    _ name: String, takes value: String = "", _ summary: String, at operations: [String]? = nil,
    names: Set<String> = [], read: @escaping Reading
  ) {
    self.name = name
    self.value = value
    self.summary = summary
    self.operations = operations
    self.names = names
    self.read = read
  }

  /// Every kind, in the order in which they strike.
  package static let all = early + worldly + late

  /// Reads `KIND[=VALUE]`.
  static func action(parsing text: String, of target: FaultTarget) throws(FaultMistake)
    -> FaultAction
  {
    let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(sides.first ?? "")
    guard let kind = all.first(where: { $0.name == name }) else {
      throw .unknown("kind of fault", name, known: all.map(\.name), see: Fault.list)
    }
    try kind.check(target)
    let value = FaultValue(kind: name, sides.count > 1 ? String(sides[1]) : nil)
    try kind.check(value)
    return try kind.read(value)
  }

  private func check(_ target: FaultTarget) throws(FaultMistake) {
    guard let operations else { return }
    if case .operation(let operation) = target, operations.contains(operation) { return }
    throw FaultMistake(
      "\(name) has no meaning at this target",
      hint: "its targets are \(operations.joined(separator: ", "))")
  }

  private func check(_ value: FaultValue) throws(FaultMistake) {
    if self.value.isEmpty, value.word != nil || !value.named.isEmpty {
      throw FaultMistake("\(name) takes no value", hint: "write it without =")
    }
    guard !names.contains("*") else { return }
    if let name = value.named.keys.sorted().first(where: { !names.contains($0) }) {
      throw .unknown("value of \(self.name)", name, known: names.sorted(), see: Fault.list)
    }
  }
}

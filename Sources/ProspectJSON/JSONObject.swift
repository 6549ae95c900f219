/// The members of a JSON object, in the order in which they were written.
///
/// Objects of API messages are small, so a member is found by looking at each: that is faster than hashing for the
/// sizes that occur, and it keeps the order. When a name occurs twice, the last one counts, as in most readers.
public struct JSONObject: Sendable, Equatable {
  /// One name and its value.
  public struct Member: Sendable, Equatable {
    public var name: String
    public var value: JSON

    public init(name: String, value: JSON) {
      self.name = name
      self.value = value
    }
  }

  /// The members in their order.
  public private(set) var members: [Member]

  public init(_ members: [Member] = []) {
    self.members = members
  }

  /// The value of a member; setting nil removes it, setting a new name appends it.
  public subscript(name: String) -> JSON? {
    get { members.last { $0.name == name }?.value }
    set {
      guard let newValue else { return members.removeAll { $0.name == name } }
      if let index = members.lastIndex(where: { $0.name == name }) {
        members[index].value = newValue
      } else {
        members.append(Member(name: name, value: newValue))
      }
    }
  }

  /// The names in their order.
  public var names: [String] { members.map(\.name) }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, JSON)...) {
    self.init(elements.map { Member(name: $0.0, value: $0.1) })
  }
}

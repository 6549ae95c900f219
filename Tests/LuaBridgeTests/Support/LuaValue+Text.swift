import LuaBridge

extension Collection<LuaValue> {
  /// The values as words, for short comparisons.
  var words: String {
    map { value in
      switch value {
      case .nil: "nil"
      case .null: "null"
      case .boolean(let flag): "\(flag)"
      case .integer(let integer): "\(integer)"
      case .number(let number): "\(number)"
      case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
      case .reference(let reference): "\(reference.kind)"
      default: "?"
      }
    }.joined(separator: " ")
  }
}

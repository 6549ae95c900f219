internal import CSimdJSON

/// A value in a parsed document, read in place from simdjson's tape (its format stands in `CSimdJSON.h`).
///
/// Invariant of the pointers: they belong to the parser and are valid inside `JSONParser.withTape` only.
package struct JSONTape {
  fileprivate let words: UnsafePointer<UInt64>
  fileprivate let strings: UnsafePointer<UInt8>
  fileprivate let index: Int

  init(words: UnsafePointer<UInt64>, strings: UnsafePointer<UInt8>, index: Int) {
    self.words = words
    self.strings = strings
    self.index = index
  }

  private func at(_ index: Int) -> JSONTape {
    JSONTape(words: words, strings: strings, index: index)
  }

  private var tag: UInt8 { UInt8(words[index] >> 56) }
  private var payload: UInt64 { words[index] & 0x00FF_FFFF_FFFF_FFFF }

  /// Index of the word after this value.
  private var end: Int {
    switch tag {
    case UInt8(ascii: "{"), UInt8(ascii: "["): Int(payload & 0xFFFF_FFFF)
    case UInt8(ascii: "l"), UInt8(ascii: "u"), UInt8(ascii: "d"): index + 2
    default: index + 1
    }
  }

  /// The bytes of a string value; nil for every other kind. Valid while the tape is.
  package var stringBytes: UnsafeBufferPointer<UInt8>? {
    guard tag == UInt8(ascii: "\"") else { return nil }
    let start = strings + Int(payload)
    let length = UnsafeRawPointer(start).loadUnaligned(as: UInt32.self)
    return UnsafeBufferPointer(start: start + 4, count: Int(length))
  }

  package var isObject: Bool { tag == UInt8(ascii: "{") }
  package var isArray: Bool { tag == UInt8(ascii: "[") }
  package var isNull: Bool { tag == UInt8(ascii: "n") }

  /// Calls `body` for each member of an object in order; does nothing for other kinds.
  package func forEachMember(
    _ body: (_ name: UnsafeBufferPointer<UInt8>, _ value: JSONTape) throws -> Void
  ) rethrows {
    guard isObject else { return }
    var next = index + 1
    let last = end - 1
    while next < last {
      let key = at(next)
      let value = at(next + 1)
      if let name = key.stringBytes { try body(name, value) }
      next = value.end
    }
  }

  /// Calls `body` for each element of an array in order; does nothing for other kinds.
  package func forEachElement(_ body: (JSONTape) throws -> Void) rethrows {
    guard isArray else { return }
    var next = index + 1
    let last = end - 1
    while next < last {
      let element = at(next)
      try body(element)
      next = element.end
    }
  }

  /// The whole value, copied out of the tape.
  package var value: JSON {
    switch tag {
    case UInt8(ascii: "{"):
      var members: [JSONObject.Member] = []
      forEachMember { name, value in
        members.append(.init(name: String(decoding: name, as: UTF8.self), value: value.value))
      }
      return .object(JSONObject(members))
    case UInt8(ascii: "["):
      var elements: [JSON] = []
      forEachElement { elements.append($0.value) }
      return .array(elements)
    case UInt8(ascii: "\""):
      return .string(stringBytes.map { String(decoding: $0, as: UTF8.self) } ?? "")
    case UInt8(ascii: "l"): return .integer(Int64(bitPattern: words[index + 1]))
    case UInt8(ascii: "u"): return .number(Double(words[index + 1]))
    case UInt8(ascii: "d"): return .number(Double(bitPattern: words[index + 1]))
    case UInt8(ascii: "t"): return .bool(true)
    case UInt8(ascii: "f"): return .bool(false)
    default: return .null
    }
  }
}

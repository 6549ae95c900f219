/// Turns the fields of one row into the members of a JSON object, once the first row has named
/// them.
struct CSVRow {
  /// The member names as JSON, colon included; nil until the first row has ended.
  private var names: [[UInt8]]?
  private var header: [String] = []
  private var count = 0
  /// The object so far: a row may begin in one portion of a file and end in another.
  private var object: [UInt8] = []

  /// Whether no field of this row has come yet.
  var isEmpty: Bool { count == 0 }

  mutating func add(_ field: [UInt8]) {
    count += 1
    guard names != nil else {
      header.append(String(decoding: field, as: UTF8.self))
      return
    }
    object.append(count == 1 ? UInt8(ascii: "{") : UInt8(ascii: ","))
    object.append(contentsOf: name(of: count - 1))
    JSONText.append(field, to: &object)
  }

  /// Appends the whole row to `output`, followed by a comma. The first row only gives the names.
  mutating func end(_ output: inout [UInt8]) {
    count = 0
    guard names != nil else {
      names = Self.unique(header).map(Self.member)
      header = []
      return
    }
    output += object
    output.append(UInt8(ascii: "}"))
    output.append(UInt8(ascii: ","))
    object.removeAll(keepingCapacity: true)
  }

  /// Columns without a name, also those behind the last named one, are called by their number.
  private func name(of index: Int) -> [UInt8] {
    guard let names, index < names.count else { return Self.member("column_\(index + 1)") }
    return names[index]
  }

  private static func member(_ name: String) -> [UInt8] {
    var bytes: [UInt8] = []
    JSONText.append(Array(name.utf8), to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    return bytes
  }

  /// Gives every column a name of its own: a second "email" becomes "email_2".
  private static func unique(_ header: [String]) -> [String] {
    var taken: Set<String> = []
    var names: [String] = []
    for (index, raw) in header.enumerated() {
      let text = index == 0 && raw.unicodeScalars.first == "\u{FEFF}" ? raw.dropMark() : raw
      let base = text.isEmpty ? "column_\(index + 1)" : text
      var name = base
      var number = 2
      while !taken.insert(name).inserted {
        name = "\(base)_\(number)"
        number += 1
      }
      names.append(name)
    }
    return names
  }
}

extension String {
  /// Without its first scalar, the byte order mark.
  fileprivate func dropMark() -> String {
    String(String.UnicodeScalarView(unicodeScalars.dropFirst()))
  }
}

internal import ProspectJSON

/// The header fields of an answer, kept as they came and read when they are asked for: most never are.
package struct ResponseHeaders: Sendable {
  private let lines: [UInt8]

  /// - Parameter lines: `Name: value` lines with their line ends.
  package init(lines: [UInt8]) { self.lines = lines }

  /// The value of the first field of that name, without spaces around it; nil when there is none.
  ///
  /// - Parameter name: in lower case.
  package subscript(name: String) -> String? {
    var line = lines[...]
    while !line.isEmpty {
      let end = line.firstIndex(of: UInt8(ascii: "\n")) ?? line.endIndex
      if let value = Self.value(of: line[..<end], named: name.utf8) { return value }
      line = line[end...].dropFirst()
    }
    return nil
  }

  /// Whether a field tells of a quota: `RateLimit…`, `X-RateLimit…` or `X-Rate-Limit…`.
  var mentionsQuota: Bool {
    var line = lines[...]
    while let first = line.first {
      if Self.lower(first) == UInt8(ascii: "r") || Self.lower(first) == UInt8(ascii: "x"),
        Self.quotaNames.contains(where: { zip(line, $0).allSatisfy { Self.lower($0) == $1 } })
      {
        return true
      }
      guard let end = line.firstIndex(of: UInt8(ascii: "\n")) else { return false }
      line = line[end...].dropFirst()
    }
    return false
  }

  private static let quotaNames = ["ratelimit", "x-rate"].map { Array($0.utf8) }

  /// Writes all fields in their order as members of a JSON object, names in lower case, without those that a server sets
  /// cookies with: a cookie would be a credential of a kind.
  package func writeMembers(to json: inout [UInt8]) {
    var line = lines[...]
    var isFirst = true
    while !line.isEmpty {
      let end = line.firstIndex(of: UInt8(ascii: "\n")) ?? line.endIndex
      if let colon = line[..<end].firstIndex(of: UInt8(ascii: ":")) {
        let name = line[..<colon].map(Self.lower)
        if name != Self.cookie {
          if !isFirst { json.append(UInt8(ascii: ",")) }
          isFirst = false
          Self.write(name[...], to: &json)
          json.append(UInt8(ascii: ":"))
          Self.write(Self.trimmed(line[(colon + 1)..<end]), to: &json)
        }
      }
      line = line[end...].dropFirst()
    }
  }

  private static let cookie = Array("set-cookie".utf8)

  /// Written without a detour through a String where nothing has to be escaped or repaired, which is nearly everywhere.
  private static func write(_ text: ArraySlice<UInt8>, to json: inout [UInt8]) {
    let isPlain = text.allSatisfy {
      (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    guard isPlain else { return JSON.write(String(decoding: text, as: UTF8.self), to: &json) }
    json.append(UInt8(ascii: "\""))
    json.append(contentsOf: text)
    json.append(UInt8(ascii: "\""))
  }

  private static func value(of line: ArraySlice<UInt8>, named name: String.UTF8View) -> String? {
    let count = name.count
    guard line.count > count, line[line.startIndex + count] == UInt8(ascii: ":") else { return nil }
    for (byte, wanted) in zip(line, name) where lower(byte) != wanted { return nil }
    return text(line.dropFirst(count + 1))
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: trimmed(bytes), as: UTF8.self)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D }
    let start = bytes.firstIndex { !isSpace($0) } ?? bytes.endIndex
    let end = bytes.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? start
    return bytes[start..<end]
  }
}

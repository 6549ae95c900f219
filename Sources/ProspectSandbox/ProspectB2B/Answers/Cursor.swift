/// An opaque place in a list: bound to the list and its filters, good for 15 minutes [contract
/// prospectb2b §4].
///
/// All it says is inside it, sealed with a checksum, so the sandbox remembers no cursors.
struct Cursor: Sendable {
  /// Meaning is the list's own: a time and a number, or two numbers.
  let position: (Int64, Int)

  /// The text that clients send back.
  func text(list: String, at now: Instant, seed: UInt64) -> String {
    let fields = "\(position.0).\(position.1).\(now.milliseconds)"
    return "cur_" + Cursor.hexadecimal(fields) + Cursor.seal(fields, list: list, seed: seed)
  }

  /// - Parameter list: the path and the filters of the list that is being read.
  /// - Throws: 400 `invalid_cursor` for a foreign, altered or stale one.
  init(
    _ text: String, list: String, at now: Instant, seed: UInt64, life: Duration
  ) throws(Refusal) {
    let body = text.dropFirst(4)
    let fields = Cursor.text(hexadecimal: body.dropLast(16))
    let numbers = fields.split(separator: ".").compactMap { Int64($0) }
    guard text.hasPrefix("cur_"), numbers.count == 3,
      Cursor.seal(fields, list: list, seed: seed) == body.suffix(16),
      now < Instant(milliseconds: numbers[2]) + life
    else {
      throw Refusal(400, "invalid_cursor", "the cursor is stale or belongs to another list")
    }
    position = (numbers[0], Int(numbers[1]))
  }

  init(position: (Int64, Int)) { self.position = position }

  private static func seal(_ fields: String, list: String, seed: UInt64) -> String {
    Hexadecimal.text(Checksum.of("\(seed) \(list) \(fields)".utf8))
  }

  private static func hexadecimal(_ text: String) -> String {
    text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func text(hexadecimal: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = hexadecimal
    while rest.count >= 2 {
      bytes.append(UInt8(rest.prefix(2), radix: 16) ?? 0)
      rest = rest.dropFirst(2)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

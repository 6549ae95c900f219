internal import CCurl
internal import CCurlShims

/// Header lines in the form in which libcurl takes them, made once and shared by many requests.
///
/// `@unchecked Sendable`: the list is built in `init` and only read afterwards; libcurl does not change it.
package final class HeaderList: @unchecked Sendable {
  let first: UnsafeMutablePointer<curl_slist>?
  /// False when a field would break out of its line: then nothing is sent, for without it the request is another one.
  let isWellFormed: Bool

  package init(_ fields: [(name: String, value: String)]) {
    var list: UnsafeMutablePointer<curl_slist>?
    isWellFormed = fields.allSatisfy(Self.isWellFormed)
    // For long bodies libcurl would first ask whether the server wants them: a round trip that no API needs.
    // And it would call every body a form that nobody has called anything.
    let hasType = fields.contains { $0.name.lowercased() == "content-type" }
    let lines = ["Expect:"] + (hasType ? [] : ["Content-Type:"]) + fields.map(Self.line)
    for line in lines.reversed() {
      guard let longer = ccs_lines_add(list, line) else { preconditionFailure("no memory left") }
      list = longer
    }
    first = list
  }

  deinit { ccs_lines_free(first) }

  /// To libcurl a name with a colon and nothing behind it means: not this field.
  private static func line(_ field: (name: String, value: String)) -> String {
    field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)"
  }

  /// Whether a field is one line: a line break or a zero byte would begin another field or cut this one.
  package static func isWellFormed(_ field: (name: String, value: String)) -> Bool {
    !field.name.isEmpty
      && field.name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":") }
      && field.value.utf8.allSatisfy { ($0 >= 0x20 || $0 == 0x09) && $0 != 0x7F }
  }
}

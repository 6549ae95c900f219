internal import CCurl
internal import CCurlShims

/// Header lines in the form in which libcurl takes them, made once and shared by many requests.
///
/// `@unchecked Sendable`: the list is built in `init` and only read afterwards; libcurl does not change it.
package final class HeaderList: @unchecked Sendable {
  let first: UnsafeMutablePointer<curl_slist>?

  /// Lines of name and value. A field that would break out of its line is left out: `isWellFormed` tells beforehand.
  package init(_ fields: [(name: String, value: String)]) {
    var list: UnsafeMutablePointer<curl_slist>?
    // For long bodies libcurl would first ask whether the server wants them: a round trip that no API needs.
    let lines = ["Expect:"] + fields.filter(Self.isWellFormed).map { "\($0.name): \($0.value)" }
    for line in lines.reversed() {
      guard let longer = ccs_lines_add(list, line) else { preconditionFailure("no memory left") }
      list = longer
    }
    first = list
  }

  deinit { ccs_lines_free(first) }

  /// Whether a field is one line: a line break or a zero byte would begin another field or cut this one.
  package static func isWellFormed(_ field: (name: String, value: String)) -> Bool {
    !field.name.isEmpty
      && field.name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":") }
      && field.value.utf8.allSatisfy { ($0 >= 0x20 || $0 == 0x09) && $0 != 0x7F }
  }
}

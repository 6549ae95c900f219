internal import Logging
internal import ProspectJSON
internal import ProspectRuntime

extension LogLine {
  /// As in `info   matches  total=42`.
  var text: String {
    let name = level.name.padded(to: 5)
    let fields = fieldTexts.joined(separator: " ")
    return "\(name)  \(PlainText.line(message))\(fields.isEmpty ? "" : "  " + fields)"
  }

  private var fieldTexts: [String] {
    fields.members.map { "\(PlainText.line($0.name))=\(Self.value($0.value))" }
  }

  /// Words stand bare; what could be misread stands in quotes.
  private static func value(_ value: JSON) -> String {
    guard case .string(let text) = value else { return PlainText.line(value.text) }
    let isPlain = !text.isEmpty && text.allSatisfy { !" =\"\\".contains($0) && !$0.isWhitespace }
    return PlainText.line(isPlain ? text : value.text)
  }
}

extension Logger.Level {
  /// The name that recipes, `--log-level` and JSON lines use.
  var name: String { self == .warning ? "warn" : rawValue }
}

extension String {
  /// This text with spaces behind it, up to `width`.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}

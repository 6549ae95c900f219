/// How many columns of a terminal a text takes.
///
/// Near enough for a status line: combining marks take none, East Asian characters and emoji take
/// two.
enum DisplayWidth {
  static func of(_ text: String) -> Int {
    text.reduce(0) { $0 + of($1) }
  }

  /// The longest beginning of `text` that fits `columns`; what is cut off shows as `…`.
  static func fit(_ text: String, to columns: Int) -> String {
    guard of(text) > columns else { return text }
    var kept = ""
    var width = 1
    for character in text {
      width += of(character)
      guard width <= columns else { break }
      kept.append(character)
    }
    return columns > 0 ? kept + "…" : ""
  }

  private static func of(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF: return 2
    case 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF: return 2
    case 0x20000...0x3FFFD: return 2
    default: return scalar.properties.generalCategory == .nonspacingMark ? 0 : 1
    }
  }
}

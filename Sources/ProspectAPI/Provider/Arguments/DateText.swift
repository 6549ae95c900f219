/// The form of an ISO 8601 day as APIs take it (RFC 3339 §5.6, full-date): `2026-11-01`.
enum DateText {
  static func isValid(_ text: String) -> Bool {
    // A midnight makes an instant of it, whose form is known.
    text.utf8.count == 10 && DateTimeText.isValid(text + "T00:00:00Z")
  }
}

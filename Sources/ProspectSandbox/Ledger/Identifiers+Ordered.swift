extension Identifiers {
  /// 16 hexadecimal digits that sort like the numbers they are made for, as lists want them: by
  /// time, then by id [contract prospectb2b §4].
  func ordered(_ kind: String, _ number: Int) -> String {
    String(Hexadecimal.text(UInt64(number + 1)).suffix(8) + token(kind, number).suffix(8))
  }
}

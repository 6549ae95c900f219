/// The bytes of an export, whatever its format.
enum ExportContent: Sendable {
  /// CSV, drawn while it is sent.
  case text(ContactFile, ContactFileLayout)
  /// A workbook, held whole: its directory stands at its end.
  case workbook([UInt8])

  var byteCount: Int {
    switch self {
    case .text(_, let layout): layout.byteCount
    case .workbook(let bytes): bytes.count
    }
  }

  /// The bytes of a range, in pieces.
  func pieces(_ range: Range<Int>) -> AnySequence<[UInt8]> {
    switch self {
    case .text(let file, let layout):
      AnySequence(ContactFilePieces(file, range, layout: layout))
    case .workbook(let bytes):
      AnySequence(CollectionOfOne(Array(bytes[range])))
    }
  }
}

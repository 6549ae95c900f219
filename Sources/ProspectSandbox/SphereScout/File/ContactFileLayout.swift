/// How long an export's file is, and where in it every 512th row begins.
///
/// Measured once, by writing every row into a buffer that is thrown away; a few hundred marks then
/// let a `Range` request start near its first byte.
struct ContactFileLayout: Sendable {
  struct Mark: Sendable {
    /// Position of the first byte of the row.
    let byte: Int
    /// The contact whose row it is.
    let contact: Int
  }

  private(set) var marks: [Mark] = []
  private(set) var byteCount: Int

  init(_ file: ContactFile) {
    byteCount = file.header.count
    var row: [UInt8] = []
    for (position, contact) in file.rows.enumerated() {
      if position % 512 == 0 { marks.append(Mark(byte: byteCount, contact: contact)) }
      row.removeAll(keepingCapacity: true)
      file.appendRow(contact, to: &row)
      byteCount += row.count
    }
  }

  /// The last mark at or before `byte`; nil when that lies in the header.
  func mark(before byte: Int) -> Mark? { marks.last { $0.byte <= byte } }
}

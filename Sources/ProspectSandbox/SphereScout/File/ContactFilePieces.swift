/// The bytes of one range of an export, in pieces of about 64 KiB, whatever the size of the file.
struct ContactFilePieces: Sequence, IteratorProtocol {
  private let file: ContactFile
  private let range: Range<Int>
  /// Position of the first byte that has not been made yet, and the contact whose row comes next.
  private var position: Int
  private var contact: Int
  private var needsHeader: Bool

  init(_ file: ContactFile, _ range: Range<Int>, layout: ContactFileLayout) {
    let mark = layout.mark(before: range.lowerBound)
    self.file = file
    self.range = range
    position = mark?.byte ?? 0
    contact = mark?.contact ?? file.contacts.lowerBound
    needsHeader = mark == nil
  }

  mutating func next() -> [UInt8]? {
    while position < range.upperBound {
      let start = position
      let piece = makePiece()
      if piece.isEmpty { return nil }
      position += piece.count
      let wanted = range.clamped(to: start..<position)
      if wanted.isEmpty { continue }
      if wanted.count == piece.count { return piece }
      return Array(piece[wanted.lowerBound - start..<wanted.upperBound - start])
    }
    return nil
  }

  private mutating func makePiece() -> [UInt8] {
    var piece: [UInt8] = []
    piece.reserveCapacity(66 * 1024)
    if needsHeader { piece.append(contentsOf: file.header) }
    needsHeader = false
    while piece.count < 64 * 1024, contact < file.contacts.upperBound {
      if file.filter.matches(file.directory.facets(of: contact)) {
        file.appendRow(contact, to: &piece)
      }
      contact += 1
    }
    return piece
  }
}

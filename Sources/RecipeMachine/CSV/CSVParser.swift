/// Reads CSV (RFC 4180, and what spreadsheets make of it) in portions and writes each row as a JSON
/// object.
///
/// The first row names the columns. A byte order mark, LF instead of CRLF, line ends inside quotes,
/// blank lines, missing and extra columns are all accepted. JSON is the fastest way into Lua: a
/// whole portion of rows becomes tables at once.
struct CSVParser {
  private enum State {
    case fieldStart
    case unquoted
    case quoted
    /// After a quote inside a quoted field: its end, or the first of a doubled quote.
    case quote
  }

  private let delimiter: UInt8
  private var state = State.fieldStart
  private var field: [UInt8] = []
  private var row: CSVRow
  private var line = 1
  /// Where the quoted field that is being read began.
  private var quoteLine = 0
  private var skipsLineFeed = false

  /// The longest field, in bytes: a missing quote must not read a whole file into memory.
  private static let longestField = 16 << 20

  init(delimiter: UInt8) {
    self.delimiter = delimiter
    row = CSVRow()
  }

  /// Reads a portion; appends the rows that end in it to `output`, each followed by a comma.
  mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]
  ) throws(CSVError) {
    var index = 0
    while index < bytes.count {
      index = state == .quoted ? quotedRun(bytes, index) : unquotedRun(bytes, index)
      guard index < bytes.count else { break }
      take(bytes[index], into: &output)
      index += 1
    }
    if field.count > Self.longestField { throw .fieldTooLong(line: quoteLine) }
  }

  /// The last row, which need not end with a line end.
  mutating func finish(into output: inout [UInt8]) throws(CSVError) {
    if state == .quoted { throw .openQuote(line: quoteLine) }
    if state != .fieldStart || !row.isEmpty { endRow(&output) }
  }

  /// Takes the bytes up to the next quote.
  private mutating func quotedRun(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      if bytes[index] == UInt8(ascii: "\n") { line += 1 }
      index += 1
    }
    field.append(contentsOf: bytes[start..<index])
    return index
  }

  /// Takes the bytes up to the next one that could mean something.
  private mutating func unquotedRun(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    guard state == .unquoted else { return start }
    var index = start
    while index < bytes.count, bytes[index] != delimiter, bytes[index] != UInt8(ascii: "\n"),
      bytes[index] != UInt8(ascii: "\r")
    {
      index += 1
    }
    field.append(contentsOf: bytes[start..<index])
    return index
  }

  private mutating func take(_ byte: UInt8, into output: inout [UInt8]) {
    let follows = skipsLineFeed && byte == UInt8(ascii: "\n")
    skipsLineFeed = false
    if follows { return }
    switch (state, byte) {
    case (.quoted, _): state = .quote  // quotedRun stops at quotes only
    case (.quote, UInt8(ascii: "\"")):
      field.append(byte)
      state = .quoted
    case (_, delimiter): endField()
    case (_, UInt8(ascii: "\n")), (_, UInt8(ascii: "\r")):
      skipsLineFeed = byte == UInt8(ascii: "\r")
      endRow(&output)
    case (.fieldStart, UInt8(ascii: "\"")):
      state = .quoted
      quoteLine = line
    default:
      // Text behind a closing quote is kept as it is.
      field.append(byte)
      state = .unquoted
    }
  }

  private mutating func endField() {
    row.add(field)
    field.removeAll(keepingCapacity: true)
    state = .fieldStart
  }

  private mutating func endRow(_ output: inout [UInt8]) {
    line += 1
    if row.isEmpty && state == .fieldStart { return }  // a blank line
    endField()
    row.end(&output)
  }
}

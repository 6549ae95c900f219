/// CSV that cannot be read.
enum CSVError: Error, Equatable {
  case openQuote(line: Int)
  case fieldTooLong(line: Int)

  var message: String {
    switch self {
    case .openQuote(let line):
      "csv: the quote that opens in line \(line) is never closed; is the file complete?"
    case .fieldTooLong(let line):
      "csv: a field of more than 16 MiB; is the quote that opens in line \(line) closed?"
    }
  }
}

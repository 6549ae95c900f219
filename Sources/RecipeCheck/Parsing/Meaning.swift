internal import ProspectAPI
internal import ProspectJSON

/// What an expression is known to be without running it.
enum Meaning {
  /// Anything; also a name that has been given no value yet.
  case unknown
  /// Something that nobody can say, whatever it is given next.
  case varying
  case constant(JSON)
  /// The function `require`.
  case require
  /// `pcall` or `xpcall`: calls its first argument with others.
  case protectedCall(skipped: Int)
  /// A provider, or a table of operations inside it: the names that lead there.
  case provider(Provider, path: [String])
  case operation(Operation)
  /// The module `http`, and its function `request`.
  case http, httpRequest
  case table(TableLiteral)
}

/// A table that is written out.
struct TableLiteral {
  struct Field {
    let name: String
    let line: Int
    let meaning: Meaning
  }

  var fields: [Field] = []
  var elements: [Meaning] = []
  /// Whether there are fields whose names are not written out.
  var hasMore = false
}

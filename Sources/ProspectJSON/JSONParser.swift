internal import CSimdJSON

/// Parses JSON documents with simdjson; reuse one parser for many documents, it keeps its buffers.
///
/// Not `Sendable`: the tape of a document lives in the parser until the next one is parsed.
public final class JSONParser {
  private let parser: OpaquePointer

  /// Creates a parser for documents that are nested up to `maximumDepth` deep.
  public init(maximumDepth: Int = 128) {
    guard let parser = csj_new(maximumDepth) else {
      preconditionFailure("no memory for a JSON parser")
    }
    self.parser = parser
  }

  deinit { csj_free(parser) }

  /// Parses one document and hands its tape to `body`; the tape is invalid afterwards.
  ///
  /// - Throws: `JSONError` when the bytes are not one JSON document in UTF-8.
  package func withTape<R>(
    of bytes: some Sequence<UInt8>, _ body: (JSONTape) throws -> R
  ) throws -> R {
    var copy = ContiguousArray(bytes)
    let length = copy.count
    // simdjson reads a little past the end; padding here saves it a copy of its own.
    copy.append(contentsOf: repeatElement(0, count: Int(CSJ_PADDING)))
    let code = copy.withUnsafeBytes { raw in
      csj_parse(parser, raw.baseAddress?.assumingMemoryBound(to: CChar.self), length, raw.count)
    }
    guard code == 0 else { throw JSONError(message: String(cString: csj_error(code))) }
    return try body(JSONTape(words: csj_tape(parser), strings: csj_strings(parser), index: 1))
  }

  /// Parses one document.
  public func parse(_ bytes: some Sequence<UInt8>) throws -> JSON {
    try withTape(of: bytes) { $0.value }
  }
}

extension JSON {
  /// Parses one JSON document in UTF-8; for many documents use one `JSONParser`.
  ///
  /// - Throws: `JSONError` when the bytes are not one JSON document in UTF-8.
  public static func parse(_ bytes: some Sequence<UInt8>) throws -> JSON {
    try JSONParser().parse(bytes)
  }

  /// Parses one JSON document.
  public static func parse(_ text: String) throws -> JSON {
    try parse(text.utf8)
  }
}

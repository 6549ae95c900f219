internal import CSimdJSON

/// Parses JSON documents with simdjson; reuse one parser for many documents, it keeps its buffers.
///
/// Not `Sendable`: the tape of a document lives in the parser until the next one is parsed.
public final class JSONParser {
  /// The depth that is accepted unless one asks for another; the machine of a recipe has the same.
  public static let usualDepth = Int(CSJ_DEPTH)

  private let parser: OpaquePointer

  /// A document beyond this size does not leave its buffers, 15 times as large, to the next one.
  private static let largeDocument = 256 << 10

  /// Creates a parser for documents that are nested up to `maximumDepth` deep; beyond 1,024 it is taken for 1,024.
  public init(maximumDepth: Int = JSONParser.usualDepth) {
    guard let parser = csj_new(min(max(maximumDepth, 1), 1024)) else {
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
    guard let result = try bytes.withContiguousStorageIfAvailable({ try read($0, body) }) else {
      return try ContiguousArray(bytes).withUnsafeBufferPointer { try read($0, body) }
    }
    return result
  }

  private func read<R>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (JSONTape) throws -> R
  ) throws -> R {
    defer { if bytes.count > Self.largeDocument { csj_shrink(parser) } }
    // No padding is promised, so simdjson parses a copy of its own.
    let code = UnsafeRawBufferPointer(bytes).withMemoryRebound(to: CChar.self) {
      csj_parse(parser, $0.baseAddress, $0.count, $0.count)
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

import HTTPTypes
import Hummingbird
import NIOCore

/// Collects a body that would be sent in pieces.
private struct CollectingWriter: ResponseBodyWriter {
  final class Bytes { var bytes: [UInt8] = [] }

  let collected: Bytes

  mutating func write(_ buffer: ByteBuffer) async throws {
    collected.bytes += buffer.readableBytesView
  }

  consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

extension Answer.Body {
  /// All bytes; a stream is drawn to its end.
  func collected() async throws -> [UInt8] {
    switch self {
    case .bytes(let bytes): return bytes
    case .stream(let stream):
      let collected = CollectingWriter.Bytes()
      try await stream.write(CollectingWriter(collected: collected))
      return collected.bytes
    }
  }
}

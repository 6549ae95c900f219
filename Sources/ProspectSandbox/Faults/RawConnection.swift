import NIOCore
import NIOHTTP1

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The connection below HTTP, where an answer can be wrong.
struct RawConnection: Sendable {
  let channel: any Channel

  /// Sends bytes as they are; returns when the system has taken them.
  func write(_ bytes: some Collection<UInt8>) async throws {
    guard !bytes.isEmpty else { return }
    let buffer = ByteBuffer(bytes: bytes)
    let channel = channel
    try await channel.eventLoop.flatSubmit {
      do {
        // Behind the encoder, which would have its own idea of an answer.
        let encoder = try channel.pipeline.syncOperations.context(
          handlerType: HTTPResponseEncoder.self)
        let promise = channel.eventLoop.makePromise(of: Void.self)
        encoder.writeAndFlush(NIOAny(buffer), promise: promise)
        return promise.futureResult
      } catch {
        return channel.eventLoop.makeFailedFuture(error)
      }
    }.get()
  }

  /// Waits as long as the other side does.
  ///
  /// - Throws: when the sandbox stops.
  func idle(for duration: Duration) async throws {
    let end = ContinuousClock.now + duration
    while ContinuousClock.now < end, channel.isActive {
      try await Task.sleep(for: min(end - .now, .milliseconds(50)))
    }
  }

  /// Says that nothing more comes.
  func close() async { try? await channel.close() }

  /// Breaks the connection: with no time to linger, the system sends a reset [tcp(7), SO_LINGER].
  func reset() async {
    if let options = channel as? any SocketOptionProvider {
      try? await options.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
    }
    await close()
  }
}

import Foundation

/// Runs what blocks on a thread of its own: all tests share one pool of threads, which has as many as the machine has cores.
func offThePool<Value: Sendable>(
  _ body: @escaping @Sendable () throws -> Value
) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
  }
}

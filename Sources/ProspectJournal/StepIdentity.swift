internal import Crypto

/// What makes a step the same step when a recipe runs again: its content, never its position.
///
/// `pairs` visits tables in another order in every process, branches run concurrently, and recipes are edited between
/// two runs; the operation and its canonical arguments stay.
package struct StepIdentity: Hashable, Sendable {
  /// SHA-256 over operation and arguments.
  package let digest: [UInt8]

  package init(operation: String, arguments: [UInt8]) {
    var hash = SHA256()
    hash.add(operation.utf8)
    hash.add([0])
    hash.add(arguments)
    digest = Array(hash.finalize())
  }

  /// The first 64 bits of the digest: enough to tell the steps of one run apart.
  var short: UInt64 {
    digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The idempotency key of this step in a run: 32 lower-case hexadecimal digits.
  ///
  /// It depends on nothing but its arguments, so a run that is resumed in another process sends the same keys.
  package func idempotencyKey(run: String, occurrence: UInt32) -> String {
    var hash = SHA256()
    hash.add(run.utf8)
    hash.add([0])
    hash.add(digest)
    hash.add((0..<4).map { UInt8(truncatingIfNeeded: occurrence >> (8 * $0)) })
    return hexadecimal(Array(hash.finalize())[..<16])
  }
}

extension SHA256 {
  fileprivate mutating func add(_ bytes: some Collection<UInt8>) {
    let added: Void? = bytes.withContiguousStorageIfAvailable {
      update(bufferPointer: UnsafeRawBufferPointer($0))
    }
    if added == nil { Array(bytes).withUnsafeBytes { update(bufferPointer: $0) } }
  }
}

/// Lower-case hexadecimal digits, two for a byte.
private func hexadecimal(_ bytes: some Collection<UInt8>) -> String {
  String(unsafeUninitializedCapacity: bytes.count * 2) { text in
    for (index, byte) in bytes.enumerated() {
      text[index * 2] = digit(byte >> 4)
      text[index * 2 + 1] = digit(byte & 15)
    }
    return bytes.count * 2
  }
}

private func digit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}

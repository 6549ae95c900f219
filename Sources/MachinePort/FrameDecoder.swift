/// Cuts a stream of bytes into frames.
///
/// Bytes come in any portions; a byte is moved at most twice, so a large frame in small pieces
/// costs no more than a whole one. Memory is bounded by the longest legal frame and given back
/// after it.
package struct FrameDecoder: Sendable {
  private var buffer: [UInt8] = []
  private var head = 0
  private var tail = 0

  private static let portion = 64 << 10
  /// A buffer larger than this is given back once it is empty.
  private static let keptCapacity = 1 << 20

  package init() {}

  /// Lets `read` put bytes straight into the buffer, of which at least 64 KiB are free. It returns
  /// how many it put there; 0 and negative numbers, which system calls use for "none", change
  /// nothing.
  ///
  /// Frames taken earlier should be gone by now: one that still lives makes the buffer copy itself.
  package mutating func fill<Failure: Error>(
    _ read: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
  ) throws(Failure) -> Int {
    makeRoom()
    let free = tail..<buffer.count
    // The closure of withUnsafeMutableBytes cannot throw a typed error, so the result carries it
    // out.
    let result: Result<Int, Failure> = buffer.withUnsafeMutableBytes { bytes in
      do throws(Failure) {
        return .success(try read(UnsafeMutableRawBufferPointer(rebasing: bytes[free])))
      } catch {
        return .failure(error)
      }
    }
    let count = try result.get()
    precondition(count <= free.count, "read more bytes than there was room for")
    tail += max(0, count)
    return count
  }

  /// Adds bytes that were received elsewhere.
  package mutating func feed(_ bytes: some Collection<UInt8>) {
    var rest = bytes[...]
    while !rest.isEmpty {
      _ = fill { space in
        let portion = rest.prefix(space.count)
        space.copyBytes(from: portion)
        rest = rest.dropFirst(portion.count)
        return portion.count
      }
    }
  }

  /// The next whole frame, or nil until more bytes come.
  package mutating func next() throws(PortError) -> Frame? {
    guard let length = try frameLength(), tail - head >= 4 + length else { return nil }
    var header = PortReader(buffer[(head + 4)..<(head + 4 + Port.headerLength)])
    let payload = buffer[(head + 4 + Port.headerLength)..<(head + 4 + length)]
    head += 4 + length
    return Frame(kind: try header.u8(), id: try header.u64(), payload: PortReader(payload))
  }

  /// The length that the frame at the head announces; nil when not even that is there.
  private func frameLength() throws(PortError) -> Int? {
    guard tail - head >= 4 else { return nil }
    var reader = PortReader(buffer[head..<(head + 4)])
    let length = Int(try reader.u32())
    guard Port.headerLength...Port.maximumFrameLength ~= length else { throw .length(length) }
    return length
  }

  private mutating func makeRoom() {
    if head == tail {
      head = 0
      tail = 0
      if buffer.count > Self.keptCapacity { buffer = [] }
    }
    if buffer.count - tail >= Self.portion { return }
    if head > 0 {
      let pending = head..<tail
      buffer.withUnsafeMutableBytes { bytes in
        bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[pending]))
      }
      tail -= head
      head = 0
    }
    // Doubling keeps the sum of all moves linear.
    let wanted = max(tail + Self.portion, tail * 2)
    if buffer.count < tail + Self.portion { grow(to: wanted) }
  }

  /// The new bytes hold whatever memory held: they are written before they are read.
  private mutating func grow(to count: Int) {
    buffer = [UInt8](unsafeUninitializedCapacity: count) { bytes, initialized in
      buffer.withUnsafeBytes { UnsafeMutableRawBufferPointer(bytes).copyMemory(from: $0) }
      initialized = count
    }
  }
}

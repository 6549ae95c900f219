import HTTPTypes

/// An answer as a fault lets it go over the wire.
struct FaultyAnswer: Sendable {
  /// How it ends.
  enum End: Sendable { case close, reset }

  var body: [UInt8]
  /// Bytes that are announced beyond, or less than, those of the body.
  var lengthError = 0
  /// Bytes of the body that are sent; nil for all.
  var most: Int?
  var end = End.close
  /// A silence after so many bytes of the body; nil: before the first byte of the answer.
  var stall: (duration: Duration, after: Int?)?
  /// Bytes at a time, and how often.
  var trickle: (bytes: Int, every: Duration)?
  /// Whether not one byte is sent.
  var isDropped = false

  /// Status line and headers.
  func head(_ answer: Answer) -> [UInt8] {
    let status = HTTPResponse.Status(code: answer.status)
    var lines = ["HTTP/1.1 \(status.code) \(status.reasonPhrase)"]
    lines += answer.headers.map { "\($0.name.rawName): \($0.value)" }
    lines += ["Content-Length: \(max(0, body.count + lengthError))", "Connection: close"]
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }

  /// Sends the answer and ends the connection.
  ///
  /// - Throws: when the other side is gone, or the sandbox stops.
  func send(_ answer: Answer, over connection: RawConnection) async throws {
    if !isDropped {
      if let stall, stall.after == nil { try await connection.idle(for: stall.duration) }
      try await connection.write(head(answer))
      try await sendBody(over: connection)
    }
    switch end {
    case .close: await connection.close()
    case .reset: await connection.reset()
    }
  }

  private func sendBody(over connection: RawConnection) async throws {
    var rest = body.prefix(most ?? body.count)
    if let stall, let after = stall.after {
      try await pour(rest.prefix(after), over: connection)
      rest = rest.dropFirst(after)
      try await connection.idle(for: stall.duration)
    }
    try await pour(rest, over: connection)
  }

  private func pour(_ bytes: ArraySlice<UInt8>, over connection: RawConnection) async throws {
    guard let trickle else { return try await connection.write(bytes) }
    var rest = bytes
    while !rest.isEmpty {
      try await connection.write(rest.prefix(trickle.bytes))
      rest = rest.dropFirst(trickle.bytes)
      try await connection.idle(for: trickle.every)
    }
  }
}

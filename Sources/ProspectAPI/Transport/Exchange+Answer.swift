internal import CCurl
internal import CCurlShims

extension Exchange {
  /// True when a streamed body has bytes that were not taken yet.
  var hasPart: Bool {
    guard ccs_exchange_is_streamed(pointer) else { return false }
    var length = 0
    _ = ccs_exchange_body(pointer, &length)
    return length > 0
  }

  /// The status of the answer, once its header has come.
  var status: Int { ccs_exchange_status(pointer) }

  /// True when the header of a 2xx answer is there whole; what follows is the file.
  var isGoodDownload: Bool {
    ccs_exchange_has_whole_header(pointer) && ccs_exchange_is_streamed(pointer)
      && (200..<300).contains(status)
  }

  /// Takes the bytes of a streamed body that have come, and lets more come.
  func takePart() -> [UInt8] {
    guard ccs_exchange_is_streamed(pointer) else { return [] }
    let part = bytes(ccs_exchange_body)
    ccs_exchange_part_taken(pointer)
    return part
  }

  var progress: StallDetector.Progress {
    StallDetector.Progress(
      isConnected: ccs_exchange_is_connected(pointer),
      isPaused: ccs_exchange_is_paused(pointer),
      sent: UInt64(ccs_exchange_request_bytes(pointer)) + ccs_exchange_uploaded_bytes(pointer),
      received: ccs_exchange_received_bytes(pointer))
  }

  var responseHeaders: ResponseHeaders { ResponseHeaders(lines: bytes(ccs_exchange_headers)) }

  /// The answer of an exchange that is over.
  func response() throws(TransportError) -> TransportResponse {
    guard case .code(CURLE_OK)? = end, ccs_exchange_has_whole_header(pointer) else {
      throw failure()
    }
    let body = ccs_exchange_is_streamed(pointer) ? [] : bytes(ccs_exchange_body)
    return TransportResponse(
      status: status, headers: responseHeaders, body: body,
      address: ccs_exchange_address(pointer).map { String(cString: $0) })
  }

  private typealias Access = (OpaquePointer, UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>?

  private func bytes(_ access: Access) -> [UInt8] {
    var length = 0
    // Copied at once: libcurl writes there again during the next exchange.
    let start = access(pointer, &length)
    return Array(UnsafeBufferPointer(start: start, count: start == nil ? 0 : length))
  }
}

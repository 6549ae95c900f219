/// Sends HTTP requests. An embedding host may bring its own; ``CurlTransport`` is the usual one.
///
/// A transport does one exchange at a time for each call: it does not repeat requests, and follows redirects only within
/// the origin and as far as the request allows.
package protocol Transport: Sendable {
  /// Sends a request and gives the whole answer, whatever its status.
  ///
  /// - Throws: `TransportError` when no complete answer came. An error status is not an error here.
  func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse

  /// Sends a request and writes the body of a 2xx answer to a file, in parts; the body of any other answer is kept in
  /// the response.
  ///
  /// - Parameter file: says what has come before and where an answer goes. What was written before a failure stays in it.
  func download(
    _ request: TransportRequest, to file: DownloadFile
  ) async throws(TransportError) -> TransportResponse
}

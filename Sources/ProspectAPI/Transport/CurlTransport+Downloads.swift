internal import CCurlShims

extension CurlTransport {
  /// Writes the body of a good answer to a file, until the exchange is over.
  func fill(_ file: DownloadFile, from exchange: Exchange) async {
    var event = Exchange.Event.progress
    var hasBegun = false
    while event == .progress {
      event = await nextEvent(of: exchange)
      if !hasBegun, exchange.isGoodDownload {
        hasBegun = true
        let headers = exchange.responseHeaders
        if let reason = await file.begin(exchange.status, headers) {
          return give(up: exchange, reason)
        }
      }
      await save(exchange, in: file)
    }
  }

  /// Writes what has come; meanwhile more comes, up to the size at which the exchange pauses.
  private func save(_ exchange: Exchange, in file: DownloadFile) async {
    let part = exchange.takePart()
    guard !part.isEmpty, let reason = await file.append(part) else { return }
    give(up: exchange, reason)
  }

  /// Ends an exchange whose answer is of no use: that counts even when the server has sent everything.
  private func give(up exchange: Exchange, _ reason: ExchangeEnd) {
    loop.remove(exchange)
    exchange.abort(reason)
  }
}

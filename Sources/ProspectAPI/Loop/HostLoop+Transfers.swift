internal import CCurl

/// A transfer of libcurl that the loop drives.
protocol LoopTransfer: AnyObject {
  /// The easy handle; it stays the same and valid while the loop has the transfer.
  var easy: UnsafeMutableRawPointer { get }

  /// The transfer is over and the loop has let go of it. Called on the loop's thread.
  func ended(_ code: CURLcode)

  /// Whether it wants to hear of every turn in which it may have moved.
  var isStreamed: Bool { get }

  /// Something may have come. Called on the loop's thread, for streamed transfers only.
  func hasMoved()
}

extension HostLoop {
  /// Drives a transfer to its end. On the loop's thread.
  func add(_ transfer: some LoopTransfer) {
    preconditionOnLoop()
    transfers[transfer.easy] = transfer
    if transfer.isStreamed { streamed[transfer.easy] = transfer }
    transfersWereAdded = true
    let code = curl_multi_add_handle(multi, transfer.easy)
    guard code != CURLM_OK else { return }
    _ = forget(transfer.easy)
    transfer.ended(CURLE_FAILED_INIT)
  }

  /// Abandons a transfer: its connection is closed, and `ended` is not called. On the loop's thread.
  func remove(_ transfer: some LoopTransfer) {
    preconditionOnLoop()
    guard forget(transfer.easy) != nil else { return }
    curl_multi_remove_handle(multi, transfer.easy)
  }

  private func forget(_ easy: UnsafeMutableRawPointer) -> (any LoopTransfer)? {
    if !streamed.isEmpty { streamed[easy] = nil }
    return transfers.removeValue(forKey: easy)
  }

  func performTransfers() {
    transfersWereAdded = false
    guard !transfers.isEmpty else { return }
    var running: Int32 = 0
    curl_multi_perform(multi, &running)
    for transfer in streamed.values { transfer.hasMoved() }
    guard Int(running) < transfers.count else { return }
    var left: Int32 = 0
    while let message = curl_multi_info_read(multi, &left) {
      guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle else {
        continue
      }
      // The message dies with the handle's removal: its code is read first.
      let code = message.pointee.data.result
      curl_multi_remove_handle(multi, easy)
      forget(easy)?.ended(code)
    }
  }
}

internal import CCurl
internal import CCurlShims

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
    if multi == nil { multi = ccs_multi_new() }
    if let multi, ccs_multi_add(multi, transfer.easy) { return }
    _ = forget(transfer.easy)
    transfer.ended(CURLE_FAILED_INIT)
  }

  /// Abandons a transfer: its connection is closed, and `ended` is not called. On the loop's thread.
  func remove(_ transfer: some LoopTransfer) {
    preconditionOnLoop()
    guard forget(transfer.easy) != nil, let multi else { return }
    ccs_multi_remove(multi, transfer.easy)
  }

  private func forget(_ easy: UnsafeMutableRawPointer) -> (any LoopTransfer)? {
    if !streamed.isEmpty { streamed[easy] = nil }
    return transfers.removeValue(forKey: easy)
  }

  func performTransfers() {
    transfersWereAdded = false
    guard !transfers.isEmpty, let multi else { return }
    let running = ccs_multi_perform(multi)
    for transfer in streamed.values { transfer.hasMoved() }
    guard Int(running) < transfers.count else { return }
    var code = CURLE_OK
    while let easy = ccs_multi_next_ended(multi, &code) { forget(easy)?.ended(code) }
  }
}

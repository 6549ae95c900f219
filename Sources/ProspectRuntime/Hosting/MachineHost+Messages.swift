internal import MachinePort
internal import ProspectAPI

extension MachineHost {
  /// The most that may wait for a machine that does not read; then the machine is not read either.
  private static let congestion = 64 << 20

  /// Takes what the machine has said.
  func receive() {
    guard let link = seating?.link else { return }
    do throws(PortError) {
      if try link.receive({ take($0) }) == .ended { linkEnded() }
    } catch {
      var failure = RunFailure(.crash, "the recipe's process was ended because it sent \(error)")
      notePlace(in: &failure)
      conclude(.broken(failure))
    }
  }

  private func take(_ message: MachineMessage) {
    switch message {
    case .hello: break
    case .request(let id, let request): serve(id, request)
    case .cancel(let id): withdraw(id)
    case .notice(let notice): show(notice)
    case .finished(let outcome): conclude(.outcome(outcome))
    }
  }

  /// Sends a message at the end of this turn of the loop, together with all others of the turn.
  func send(_ message: HostMessage) {
    guard let link = seating?.link else { return }
    do throws(PortError) {
      try link.append(message)
    } catch {
      return refuseToSend(message)
    }
    scheduleFlush()
  }

  /// A message that no frame can hold.
  private func refuseToSend(_ message: HostMessage) {
    switch message {
    case .reply(let id, _):
      send(
        .reply(
          id: id, .failure(json: RequestRefusal(.limit, "the answer is larger than 64 MiB").json)))
    case .start, .evaluate:
      conclude(.broken(RunFailure(.limit, "the recipe and its arguments are larger than 64 MiB")))
    case .interrupt: break
    }
  }

  private func scheduleFlush() {
    guard !flushIsScheduled else { return }
    flushIsScheduled = true
    services.loop.afterThisTurn { self.onLoop { $0.flush() } }
  }

  /// Sends what has gathered, as far as the machine takes it.
  func flush() {
    flushIsScheduled = false
    guard let link = seating?.link, let watch = watches.first else { return }
    link.flush()
    let pending = link.pendingBytes
    guard pending > 0 || wasCongested else { return }
    wasCongested = pending > 0
    let flush: @Sendable () -> Void = { self.onLoop { $0.flush() } }
    let receive: @Sendable () -> Void = { self.onLoop { $0.receive() } }
    watch.setWritable(pending > 0 ? flush : nil)
    // Whoever does not listen is not listened to, or the replies would fill the host's memory.
    watch.setReadable(pending > Self.congestion ? nil : receive)
  }
}

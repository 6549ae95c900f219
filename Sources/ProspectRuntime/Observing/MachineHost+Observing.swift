internal import Logging
internal import ProspectAPI
internal import ProspectJournal

extension MachineHost {
  /// Hears what happens while an operation is called: for the summary, the figures and the log.
  func observer(of operation: Operation, for step: Step? = nil) -> CallObserver {
    observer(CallWatch(operation, step: step))
  }

  func observer(_ watch: CallWatch) -> CallObserver {
    { event in self.onLoop { $0.note(event, watch) } }
  }

  private func note(_ event: CallEvent, _ watch: CallWatch) {
    if case .waited(let time) = event { meter.heldBack(for: time) }
    services.metrics?.note(event, of: watch.operation, at: watch.provider)
    watch.log(event, to: logger)
  }
}

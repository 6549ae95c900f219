internal import Logging
internal import ProspectAPI
internal import ProspectJournal

extension MachineHost {
  /// Hears what happens while a step is carried out: for the summary, the figures and the log.
  func observer(of step: Step, at provider: Provider) -> CallObserver {
    let watch = CallWatch(step, at: provider.name)
    return { event in self.onLoop { $0.note(event, watch) } }
  }

  private func note(_ event: CallEvent, _ watch: CallWatch) {
    if case .waited(let time) = event { meter.heldBack(for: time) }
    services.metrics?.note(event, of: watch.step.operation, at: watch.provider)
    watch.log(event, to: logger)
  }
}

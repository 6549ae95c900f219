/// A machine that evaluates one input after the other and keeps its variables between them, as at a prompt.
///
/// Ends when it is closed or no longer referenced.
public final class Session: Sendable {
  private let host: MachineHost

  init(_ host: MachineHost) { self.host = host }

  deinit { host.onLoop { $0.leave() } }

  /// Evaluates one input; the values of an expression are printed, as `RunEvent.print`.
  ///
  /// One at a time: an input that comes while another one runs fails with kind `usage`. An input that fails does not end
  /// the session, unless it broke the machine (`isOpen`). When the calling task is cancelled, so is the evaluation.
  public func evaluate(_ source: String) async -> Evaluation {
    await withTaskCancellationHandler {
      await host.evaluate(Array(source.utf8))
    } onCancel: {
      cancel()
    }
  }

  /// Stops the input that is being evaluated, which then fails with kind `cancelled`; nothing when there is none.
  public func cancel() { host.onLoop { $0.stop(.cancelled) } }

  /// Whether the session can evaluate another input. A crash or a kill ends it; open another one then.
  public var isOpen: Bool {
    get async { await host.isOpen }
  }

  /// What was done since the session was opened.
  public var summary: RunSummary {
    get async { await host.meter.summary }
  }

  /// Ends the session; an input that is being evaluated fails with kind `terminated`.
  public func close() async { await host.close() }
}

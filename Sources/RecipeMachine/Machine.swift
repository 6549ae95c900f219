internal import LuaBridge
package import MachinePort

/// One recipe as a pure machine: messages in, messages out.
///
/// It makes no system calls, starts no threads and reads no clock; whatever it wants from the world
/// it asks for through its messages. Two drivers feed it: the loop of `prospect-worker`, and a
/// thread of the host for trusted recipes. One thread at a time may use a machine, the one that
/// made it start.
package final class Machine {
  private enum Phase {
    /// Waits for the first message.
    case created
    /// Runs the main chunk, or one input of a session.
    case running(Interpreter)
    /// A session that waits for its next input.
    case idle(Interpreter)
    case ended
  }

  private let configuration: MachineConfiguration
  private var phase = Phase.created
  private var isSession = false

  package init(_ configuration: MachineConfiguration) {
    self.configuration = configuration
  }

  deinit { end() }

  /// What a machine says before anything else.
  package static let greeting = MachineMessage.hello(version: Port.version)

  /// Takes the messages that have come, runs every task that is ready, and returns what they ask
  /// for.
  ///
  /// A message that makes no sense at this point (a reply nobody waits for, an input while one is
  /// evaluated) is ignored: the host's view of a machine is always a little old.
  package func step(_ incoming: [HostMessage]) -> MachineTurn {
    var refusals: [MachineMessage] = []
    for message in incoming {
      if let refusal = take(message) { refusals.append(refusal) }
    }
    guard case .running(let interpreter) = phase else { return rest(refusals) }
    let (messages, state) = interpreter.run()
    switch state {
    case .waiting: return MachineTurn(messages: messages, state: .waiting)
    case .ready: return MachineTurn(messages: messages, state: .ready)
    case .ended(let outcome):
      if isSession { phase = .idle(interpreter) } else { end() }
      return rest(messages + [.finished(outcome)])
    }
  }

  /// Gives the VM up. Its bindings hold it and it holds them, so it would not go by itself.
  private func end() {
    switch phase {
    case .running(let interpreter), .idle(let interpreter): interpreter.close()
    case .created, .ended: break
    }
    phase = .ended
  }

  private func rest(_ messages: [MachineMessage]) -> MachineTurn {
    if case .ended = phase { return MachineTurn(messages: messages, state: .ended) }
    return MachineTurn(messages: messages, state: .waiting)
  }

  /// Returns the end of a run or evaluation that could not even begin.
  private func take(_ message: HostMessage) -> MachineMessage? {
    switch (message, phase) {
    case (.start(let start), .created): return begin(start)
    case (.evaluate(let source), .idle(let interpreter)):
      return attempt(interpreter) { () throws(LuaError) in try interpreter.evaluate(source) }
    case (.reply(let id, let reply), .running(let interpreter)): interpreter.deliver(reply, id: id)
    case (.interrupt, .running(let interpreter)): interpreter.interrupt()
    case (.reply(_, .value(_, _, let descriptor?)), _): configuration.files.close(descriptor)
    default: break
    }
    return nil
  }

  private func begin(_ start: Start) -> MachineMessage? {
    isSession = start.mode == .session
    if start.mode == .description {
      phase = .ended
      return .finished(Self.describe(start))
    }
    do throws(LuaError) {
      let interpreter = try Interpreter(start, configuration)
      phase = .idle(interpreter)
      if isSession && start.source.isEmpty { return nil }
      return attempt(interpreter) { () throws(LuaError) in try interpreter.begin(start) }
    } catch {
      phase = .ended
      return .finished(.failed(Failure(error, reason: nil)))
    }
  }

  private static func describe(_ start: Start) -> Outcome {
    do throws(LuaError) {
      return .described(try evaluateDescription(start.source, name: start.chunkName))
    } catch {
      return .failed(Failure(error, reason: nil))
    }
  }

  private func attempt(
    _ interpreter: Interpreter, _ body: () throws(LuaError) -> Void
  ) -> MachineMessage? {
    do throws(LuaError) {
      try body()
      phase = .running(interpreter)
      return nil
    } catch {
      if isSession { phase = .idle(interpreter) } else { end() }
      return .finished(.failed(Failure(error, reason: nil)))
    }
  }
}

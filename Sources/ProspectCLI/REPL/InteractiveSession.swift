internal import ProspectRuntime

/// The prompt: reads a statement, evaluates it, shows what comes of it, and begins again.
struct InteractiveSession {
  let console: Console
  let options: OutputOptions
  let presenter: Presenter
  let reader: any LineReader
  let completion: SessionCompletion

  /// Talks until the person leaves or a signal ends it.
  ///
  /// - Returns: The exit status.
  func perform(in runtime: Runtime) async throws -> Int32 {
    let stopper = SessionStopper(reader: reader, presenter: presenter)
    console.signals.handle { stopper.take($0) }
    presenter.note("\(ProspectVersion.line)  Ctrl-D leaves")
    var session = try await runtime.session { presenter.present($0) }
    var input = InputBuffer()
    while stopper.signal == nil {
      await presenter.settle()
      let completer = completer(behind: input)
      switch await reader.read(prompt: input.prompt, completer: completer) {
      case .interrupted: input.clear()
      case .end where input.isContinued: input.clear()
      case .end:
        await session.close()
        return ExitStatus.success
      case .line(let line):
        guard let source = input.add(line) else { continue }
        let evaluation = await stopper.evaluate(source, in: session)
        if evaluation != .incomplete {
          completion.note(source)
          input.clear()
        }
        report(evaluation)
        if await !session.isOpen { session = try await afresh(in: runtime) }
      }
    }
    await session.close()
    return stopper.signal?.exitStatus ?? ExitStatus.success
  }

  /// An evaluation that had to be killed took its session with it.
  private func afresh(in runtime: Runtime) async throws -> Session {
    completion.forget()
    presenter.note("a new session begins; the variables of the old one are gone")
    return try await runtime.session { presenter.present($0) }
  }

  /// What a Tab brings in the line that follows what was entered before.
  private func completer(behind input: InputBuffer) -> LineCompleter {
    { [completion] line in
      do {
        let found = try completion.candidates(behind: input.text(through: line))
        if !found.insertion.isEmpty { return .insertion(found.insertion) }
        return found.candidates.count > 1 ? .list(found.candidates) : .nothing
      } catch {
        return .message("\(error)")
      }
    }
  }

  private func report(_ evaluation: Evaluation) {
    guard case .failed(let failure) = evaluation else { return }
    let report = FailureReport(failure: failure, showsTraceback: options.showsTracebacks)
    presenter.say(options.logFormat == .json ? [report.json(at: .now)] : report.lines)
  }
}

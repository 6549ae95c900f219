internal import ProspectRuntime

/// One run of one recipe, watched from the command line.
struct RecipeRun {
  let recipe: Recipe
  let arguments: [String]
  let console: Console
  let options: OutputOptions
  let presenter: Presenter
  let stopper: RunStopper

  /// Runs the recipe to its end, or until somebody wants it to stop.
  ///
  /// - Returns: The exit status.
  func perform(in runtime: Runtime) async throws -> Int32 {
    let run = try runtime.start(
      recipe, arguments: arguments, onEvent: { presenter.present($0) })
    stopper.watch(run, presenter: presenter, signals: console.signals)
    let result = await run.result()
    await presenter.settle()
    if presenter.outputIsBroken { return ExitStatus.brokenPipe }
    presenter.say(closingLines(result))
    await presenter.settle()
    return stopper.exitStatus(of: result)
  }

  private func closingLines(_ result: RunResult) -> [String] {
    let summary = ClosingSummary(name: recipe.name, result: result)
    let isJSON = options.logFormat == .json
    var lines: [String] = []
    if case .failed(let failure) = result.status {
      let report = FailureReport(
        failure: failure, sources: SourceBook(recipe: recipe),
        showsTraceback: options.showsTracebacks)
      lines += isJSON ? [report.json(at: .now)] : report.lines
    }
    if !options.quiet, let text = isJSON ? summary.json(at: .now) : summary.text {
      lines.append(text)
    }
    return lines
  }
}

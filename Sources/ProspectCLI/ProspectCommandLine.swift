internal import ProspectRuntime

/// The command line of prospect-run, from the words behind the program's name to the exit status.
package enum ProspectCommandLine {
  /// Does what `words` ask for.
  ///
  /// - Returns: The exit status. Nothing is thrown: what goes wrong is told on the console.
  package static func run(_ words: [String], in console: Console) async -> Int32 {
    do {
      let command = try CommandTable.command(for: words)
      // Before anything is read: the other program reads it.
      if command.needsLocalProviders, case .otherProgram(let handOver) = console.providers {
        throw handOver()
      }
      return try await command.perform(in: console)
    } catch let information as Information {
      return show(information, in: console)
    } catch {
      return show(error, in: console, LogFormat.asked(by: words))
    }
  }

  private static func show(_ information: Information, in console: Console) -> Int32 {
    do {
      try console.output.write(Array((information.text + "\n").utf8))
      return ExitStatus.success
    } catch {
      return ExitStatus.brokenPipe
    }
  }

  private static func show(
    _ error: any Error, in console: Console, _ format: LogFormat
  ) -> Int32 {
    let mistake = error as? UsageError ?? UsageError(message: "\(error)", hint: nil)
    // Settings come from options, variables and files of whoever calls.
    let isUsage = error is UsageError || (error as? RuntimeError)?.code == .configuration
    let text =
      switch format {
      case .text: mistake.text
      case .json: mistake.json(kind: isUsage ? .usage : .error) + "\n"
      }
    // Whoever closed stderr does not want to know.
    try? console.error.write(Array(text.utf8))
    return isUsage ? ExitStatus.usage : ExitStatus.failure
  }
}

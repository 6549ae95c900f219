internal import ProspectRuntime

extension RunCommand {
  var needsLocalProviders: Bool { sandbox }

  func perform(in console: Console) async throws -> Int32 {
    let choice = try choice(inputIsTerminal: console.input.isTerminal)
    let recipe = try recipe(of: choice, input: console.input)
    let project = try ProjectFile.find(from: choice.folder)
    // Before anything starts a thread.
    console.forget(ProviderVariables(granted: Set(provider + (project?.providers ?? []))))
    if out == nil { try OutputFolder.requireOwn(project) }
    let providersFolder = "\(project?.folder ?? choice.folder)/providers"
    let stopper = RunStopper()
    let presenter = Presenter(
      console: console, style: ScreenStyle(console, display),
      onBrokenPipe: { stopper.outputIsBroken() })
    let settings = { (local: (any LocalProviders)?) in
      try configuration(console, presenter, local, project, choice, folder: providersFolder)
    }
    return try await withRuntime(console, settings) { runtime in
      guard let recipe else {
        return try await InteractiveSession(
          console: console, options: display, presenter: presenter, reader: try lineReader(console),
          completion: SessionCompletion(providersFolder: providersFolder)
        ).perform(in: runtime)
      }
      return try await RecipeRun(
        recipe: recipe, arguments: choice.arguments, console: console, options: display,
        presenter: presenter, stopper: stopper
      ).perform(in: runtime)
    }
  }

  /// Gives `body` a runtime as the options want it, and takes it down in the end.
  private func withRuntime(
    _ console: Console, _ settings: ((any LocalProviders)?) throws -> RuntimeConfiguration,
    _ body: (Runtime) async throws -> Int32
  ) async throws -> Int32 {
    let local = try await localProviders(console)
    do {
      let runtime = try Runtime(try settings(local))
      let status = try await body(runtime)
      await runtime.shutdown()
      let remarks = (local?.remarks ?? []).map { "\($0)\n" }.joined()
      // Who closed standard error wants no remarks.
      if !remarks.isEmpty { try? console.error.write(Array(remarks.utf8)) }
      await local?.stop()
      return status
    } catch {
      await local?.stop()
      throw error
    }
  }

  /// The local providers when they are wanted; nil when not.
  private func localProviders(_ console: Console) async throws -> (any LocalProviders)? {
    guard sandbox else { return nil }
    var options = LocalProvidersOptions()
    if let sandboxContacts { options.contacts = sandboxContacts }
    options.switches = sandboxSwitch
    options.faults = try FaultSource.collect(
      sandboxFault, option: "--sandbox-fault", files: sandboxFaultFile)
    return try await console.providers.start(options)
  }

  private func lineReader(_ console: Console) throws -> any LineReader {
    guard let reader = console.makeLineReader() else {
      throw UsageError(message: "this terminal cannot be used for a prompt", hint: nil)
    }
    return reader
  }

  /// Reads what is to be run; nil stands for the prompt.
  private func recipe(of choice: Choice, input: any ByteSource) throws -> Recipe? {
    switch choice {
    case .file(let word, _):
      try RecipeFile.locate(word)
      return try Recipe(path: word)
    case .code(let code, _):
      return Recipe(source: code, name: "(command line)")
    case .standardInput:
      let text = String(decoding: input.readToEnd(), as: UTF8.self)
      return Recipe(source: text, name: "(standard input)")
    case .prompt:
      return nil
    }
  }

  /// Options come before variables, variables before the project's file, and that before the defaults.
  private func configuration(
    _ console: Console, _ presenter: Presenter, _ local: (any LocalProviders)?,
    _ project: ProjectFile?, _ choice: Choice, folder providersFolder: String
  ) throws -> RuntimeConfiguration {
    var configuration = RuntimeConfiguration()
    configuration.environment = console.environment
    configuration.secrets = console.secrets
    configuration.providersFolder = providersFolder
    project?.apply(to: &configuration)
    let refusal = try credentials.apply(
      to: &configuration, console, project, readsInput: choice.readsStandardInput,
      granted: Set(provider))
    if let refusal { try console.error.write(Array("prospect-run: \(refusal)\n".utf8)) }
    if let local { configuration.use(local) }
    if let out { configuration.outputFolder = out }
    if trusted { configuration.isolation = .trusted }
    configuration.grantedProviders.formUnion(provider)
    configuration.httpHosts += allowHost
    configuration.privateHosts.formUnion(privateHost)
    configuration.logger = presenter.logger(level: display.threshold, isBrief: display.isBrief)
    for option in limit { option.apply(to: &configuration.limits) }
    if let maxCredits { configuration.limits.credits = maxCredits }
    return configuration
  }
}

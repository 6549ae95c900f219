internal import ArgumentParser
internal import ProspectAPI
internal import ProspectRuntime
internal import RecipeCheck

/// Tells what a recipe would do, and what is wrong with it, without running it.
struct CheckCommand: ProspectCommand {
  static let commandName = "check"
  static let configuration = CommandConfiguration(
    commandName: commandName,
    abstract: "Checks a recipe without running it.",
    discussion: """
      Lists the operations that the recipe names, with scopes, effect and cost; unknown operations, \
      modules and arguments end with status 1. Where a key is at hand, the provider is asked what it \
      may do; a missing scope, or a key that may only read, ends with status 3. Nothing is changed.
      """,
    version: ProspectVersion.line)

  @Flag(name: .long, help: "Ask the local providers what the key may do.")
  var sandbox = false

  @Flag(name: .long, help: "Write one JSON object on stdout.")
  var json = false

  @OptionGroup
  var folder: ProvidersFolderOption

  @Argument(help: ArgumentHelp("The recipe.", valueName: "FILE.lua"))
  var file: String

  var needsLocalProviders: Bool { sandbox }

  func perform(in console: Console) async throws -> Int32 {
    var (report, providers) = try read()
    if !providers.isEmpty { try await askProviders(providers, console, &report) }
    return console.tell(json ? report.json : report.text, status: report.status)
  }

  /// Reads the recipe; no providers are given for one that is no Lua.
  ///
  /// Not inlined, like `configuration`: Swift 6.3.1 crashes when it optimises a typed throw within an async function.
  @inline(never)
  private func read() throws -> (CheckReport, [Provider]) {
    try RecipeFile.locate(file)
    let recipe = try Recipe(path: file)
    var report = CheckReport(file: file)
    report.syntax = RecipeSyntax.problem(in: recipe)
    guard report.syntax == nil else { return (report, []) }
    let providers = try folder.known(from: RecipeFile.folder(of: file))
    report.recipe = RecipeReader.read(recipe.source, names: names(recipe, providers))
    return (report, providers)
  }

  private func names(_ recipe: Recipe, _ providers: [Provider]) -> RecipeNames {
    let own = StdlibModules.all.map(\.name).filter { !$0.contains("/") }
    let lua = ["json", "string", "table", "math", "utf8", "coroutine", "os", "_G", "meta"]
    let files = recipe.folder.map(RecipeModules.names) ?? []
    return RecipeNames(providers: providers, modules: own + lua + files)
  }

  private func askProviders(
    _ providers: [Provider], _ console: Console, _ report: inout CheckReport
  ) async throws {
    let local = sandbox ? try await console.providers.start(LocalProvidersOptions()) : nil
    do {
      try await ask(providers, try configuration(console, local), &report)
    } catch {
      await local?.stop()
      throw error
    }
    await local?.stop()
  }

  @inline(never)
  private func configuration(
    _ console: Console, _ local: (any LocalProviders)?
  ) throws -> RuntimeConfiguration {
    var configuration = RuntimeConfiguration()
    configuration.environment = console.environment
    configuration.secrets = console.secrets
    let start = RecipeFile.folder(of: file)
    try ProjectFile.find(from: start)?.apply(to: &configuration)
    configuration.environment.merge(local?.environment ?? [:]) { _, sandbox in sandbox }
    configuration.providersFolder = try folder.folder(from: start)
    // What it runs is its own, and one call long.
    configuration.isolation = .trusted
    return configuration
  }

  private func ask(
    _ providers: [Provider], _ configuration: RuntimeConfiguration, _ report: inout CheckReport
  ) async throws {
    let uses = report.recipe?.uses ?? []
    let named = providers.filter { provider in
      uses.contains { $0.operation.provider == provider.name }
        && KeyFacts.canAsk(provider, configuration.environment)
    }
    guard !named.isEmpty else { return }
    let runtime = try Runtime(configuration)
    for provider in named {
      let mine = uses.filter { $0.operation.provider == provider.name }
      do {
        let facts = try await KeyFacts.ask(provider, runtime)
        // A provider that tells no scopes leaves nothing to compare.
        if facts.scopes != nil { report.asked.append(provider.name) }
        for use in mine {
          guard let obstacle = facts.obstacle(to: use.operation) else { continue }
          report.obstacles.append(
            (line: use.lines.first ?? 1, message: "\(use.operation.fullName): \(obstacle)"))
        }
      } catch let failure as RunFailure {
        let message = "\(provider.name): what the key may do cannot be learned: \(failure.message)"
        report.obstacles.append((line: mine.first?.lines.first ?? 1, message: message))
        report.failureStatus = max(report.failureStatus, failure.kind.exitCode)
      }
    }
    await runtime.shutdown()
  }
}

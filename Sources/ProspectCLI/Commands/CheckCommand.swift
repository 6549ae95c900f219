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
      modules and arguments, and hosts that are not granted, end with status 1. Where a key is at hand, the provider is asked what it \
      may do; a missing scope, or a key that may only read, ends with status 3. Nothing is changed.
      """,
    version: ProspectVersion.line)

  @Flag(name: .long, help: "Ask the local providers what the key may do.")
  var sandbox = false

  @Flag(name: .long, help: "Write one JSON object on stdout.")
  var json = false

  @Option(name: .long, help: ArgumentHelp("A host that http.request may reach.", valueName: "HOST"))
  var allowHost: [String] = []

  @OptionGroup
  var credentials: CredentialOptions

  @OptionGroup
  var folder: ProvidersFolderOption

  @Argument(help: ArgumentHelp("The recipe.", valueName: "FILE.lua"))
  var file: String

  var needsLocalProviders: Bool { sandbox }

  func perform(in console: Console) async throws -> Int32 {
    let project = try Project(of: file, folder)
    var (report, providers) = try read(project)
    if !providers.isEmpty { try await askProviders(providers, project, console, &report) }
    return console.tell(json ? report.json : report.text, status: report.status)
  }

  /// Where the recipe belongs to.
  private struct Project {
    let file: ProjectFile?
    let providersFolder: String

    @inline(never)
    init(of recipe: String, _ option: ProvidersFolderOption) throws {
      try RecipeFile.locate(recipe)
      let start = RecipeFile.folder(of: recipe)
      file = try ProjectFile.find(from: start)
      providersFolder = option.folder(of: file, start)
    }
  }

  /// Reads the recipe; no providers are given for one that is no Lua.
  ///
  /// Not inlined, like `configuration`: Swift 6.3.1 crashes when it optimises a typed throw within an async function.
  @inline(never)
  private func read(_ project: Project) throws -> (CheckReport, [Provider]) {
    let recipe = try Recipe(path: file)
    var report = CheckReport(file: file)
    report.syntax = RecipeSyntax.problem(in: recipe)
    guard report.syntax == nil else { return (report, []) }
    let providers = try KnownProviders.all(folder: project.providersFolder)
    report.recipe = RecipeReader.read(
      recipe.source, names: try names(recipe, providers, project.file))
    return (report, providers)
  }

  private func names(
    _ recipe: Recipe, _ providers: [Provider], _ project: ProjectFile?
  ) throws -> RecipeNames {
    let own = StdlibModules.all.map(\.name).filter { !$0.contains("/") }
    let lua = ["json", "string", "table", "math", "utf8", "coroutine", "os", "_G", "meta"]
    let files = recipe.folder.map(RecipeModules.names) ?? []
    return RecipeNames(
      providers: providers, modules: own + lua + files, hosts: try grantedHosts(project))
  }

  private func grantedHosts(_ project: ProjectFile?) throws -> Set<Origin> {
    try Set(((project?.httpHosts ?? []) + allowHost).map { try GrantedHost($0).origin })
  }

  private func askProviders(
    _ providers: [Provider], _ project: Project, _ console: Console,
    _ report: inout CheckReport
  ) async throws {
    // Before anything starts a thread.
    console.forget(ProviderVariables(granted: Set(project.file?.providers ?? [])))
    let local = sandbox ? try await console.providers.start(LocalProvidersOptions()) : nil
    do {
      try await ask(providers, try configuration(project, console, local), &report)
    } catch {
      await local?.stop()
      throw error
    }
    await local?.stop()
  }

  @inline(never)
  private func configuration(
    _ project: Project, _ console: Console, _ local: (any LocalProviders)?
  ) throws -> RuntimeConfiguration {
    var configuration = RuntimeConfiguration()
    configuration.environment = console.environment
    configuration.secrets = console.secrets
    project.file?.apply(to: &configuration)
    configuration.providersFolder = project.providersFolder
    try credentials.apply(to: &configuration, console, project.file, readsInput: false)
    if let local { configuration.use(local) }
    return configuration
  }

  private func ask(
    _ providers: [Provider], _ configuration: RuntimeConfiguration, _ report: inout CheckReport
  ) async throws {
    let uses = report.recipe?.uses ?? []
    let runtime = try Runtime(configuration)
    for provider in providers where provider.identity != nil {
      let mine = uses.filter { $0.operation.provider == provider.name }
      guard !mine.isEmpty else { continue }
      do throws(CallError) {
        report.note(try await runtime.rights(at: provider.name), of: provider, for: mine)
      } catch {
        // Without a key there is nothing to say of it.
        guard error.code != CredentialStore.noCredential else { continue }
        report.note(error, of: provider, for: mine)
      }
    }
    await runtime.shutdown()
  }
}

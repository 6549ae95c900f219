internal import ProspectJSON

/// The files of a new project, but for its editor types.
enum ProjectTemplate {
  static let recipeName = "first_recipe.lua"

  /// - Parameter modules: the names of the globals that recipes find.
  static func files(modules: [String]) -> [(path: String, text: String)] {
    [
      ("prospect.yaml", settings), (".luarc.json", editor(modules: modules)),
      (recipeName, recipe),
    ]
  }

  /// Everything is commented out: a new project grants nothing beyond the defaults.
  private static let settings = """
    # What the recipes of this folder may use. Keys never stand here: they come from the environment,
    # OPENPROSPECT_API_KEY, PROSPECTB2B_API_KEY, SPHERESCOUT_API_KEY, or from prospect-run auth login.

    # Providers beyond the three that every recipe can use: optional ones, and your own, each
    # described in providers/NAME.lua beside the recipe.
    #
    # providers:
    #   - acme

    # Where a provider is, when not where its description says; <NAME>_BASE_URL comes before it.
    #
    # base_urls:
    #   acme: https://crm.acme.example/api

    # Programs that print credentials; prospect-run auth allow lets them start.
    #
    # credential_helpers:
    #   prospectb2b: [/usr/local/bin/prospect-key, crm]

    # The folder that recipes may write to.
    #
    # out: ./out

    # What one run may use; --limit comes before it.
    #
    # limits:
    #   wall: 30m
    #   credits: 2000

    """

  private static func editor(modules: [String]) -> String {
    let names = modules.map { JSON.string($0).text }.joined(separator: ", ")
    return """
      {
        "$schema": "https://raw.githubusercontent.com/LuaLS/vscode-lua/master/setting/schema.json",
        "runtime.version": "Lua 5.4",
        "runtime.path": ["?.lua", "?/init.lua"],
        "runtime.builtin": { "io": "disable" },
        "workspace.library": ["types"],
        "workspace.checkThirdParty": false,
        "diagnostics.globals": [\(names)]
      }

      """
  }

  private static let recipe = """
    -- A first recipe: a search, a list, a table. Nothing is changed and nothing costs credits.
    --
    --   prospect-run --sandbox first_recipe.lua countries=FR,DE

    local scout = require "spherescout"
    local crm = require "prospectb2b"

    local options = args.parse({ ... }, {
      countries = { "list", default = { "FR", "DE", "ES" }, help = "two-letter country codes" },
    })

    -- A search counts; it runs in several countries at a time.
    local rows = parallel.map(options.countries, function(country)
      local found = scout.companies.search { countries = { country }, email = true }
      return { country = country, contacts = found.totalCount }
    end, { concurrency = 4 })
    print(report.table(rows, { "country", "contacts" }))

    -- A list is an iterator; its pages come by themselves.
    local workflows = {}
    for workflow in crm.workflows.list() do
      workflows[#workflows + 1] = { id = workflow.id, name = workflow.name }
    end
    print()
    print(report.table(workflows, { "id", "name" }))

    """
}

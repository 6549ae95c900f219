import ProspectRuntime
import ScriptedServer

/// A provider with everything that costs, is secret, or needs a login; its server is a test's.
enum Acme {
  static let key = ["ACME_API_KEY": "acme-key"]
  static let login = ["ACME_USERNAME": "ada", "ACME_PASSWORD": "pa55word"]

  static func runtime(
    _ driver: Driver = .worker, _ server: ScriptedServer, limits: Limits = Limits(),
    environment: [String: String] = key, change: (String) -> String = { $0 }
  ) throws -> TestRuntime {
    let environment = environment.merging(["ACME_BASE_URL": server.url]) { $1 }
    return try TestRuntime(
      driver, limits: limits, environment: environment, providers: change(description))
  }

  static let description = """
    local function text() return { type = "string" } end
    return {
      name = "acme", base_url = "https://acme.example",
      authentication = { environment = "ACME_API_KEY", login = {
        environment = { username = "ACME_USERNAME", password = "ACME_PASSWORD" },
        operation = "auth.login", refresh = "auth.refresh",
        access_token = "access", refresh_token = "refresh",
      } },
      credits = { operation = "account.read", balance = { "credits" } },
      operations = {
        ["auth.login"] = {
          summary = "Logs in.", method = "POST", path = "/login", effect = "unrepeatable", public = true,
          parameters = { username = text(), password = text() },
        },
        ["auth.refresh"] = {
          summary = "Refreshes.", method = "POST", path = "/refresh", effect = "unrepeatable", public = true,
          parameters = { refresh = text() },
        },
        ["account.read"] = { summary = "Reads.", method = "GET", path = "/account", effect = "read" },
        ["public.read"] = { summary = "Reads.", method = "GET", path = "/public", effect = "read", public = true },
        ["rows.search"] = {
          summary = "Searches.", method = "GET", path = "/search", effect = "read", result = "data",
          parameters = { q = text() },
        },
        ["rows.fresh"] = {
          summary = "Counts.", method = "GET", path = "/fresh/{id}", effect = "read",
          parameters = { id = { type = "string", required = true } },
        },
        ["rows.buy"] = {
          summary = "Buys.", method = "POST", path = "/buy", effect = "unrepeatable",
          parameters = { search = { type = "string", required = true } },
          cost = { per = "row", credits = 2, rows = {
            argument = "search", seen = "rows.search", id = "id", count = { "total", "count" } } },
        },
        ["rows.delta"] = {
          summary = "Buys.", method = "POST", path = "/delta", effect = "unrepeatable",
          parameters = { id = { type = "string", required = true } },
          cost = { per = "row", credits = 1, rows = {
            argument = "id", ask = "rows.fresh", count = "new" } },
        },
        ["mails.find"] = {
          summary = "Finds.", method = "POST", path = "/mail", effect = "unrepeatable",
          cost = { per = "call", credits = 3 },
        },
        ["hooks.create"] = {
          summary = "Registers.", method = "POST", path = "/hooks", effect = "unrepeatable",
          result = "data", secrets = { "secret", "keys.text" }, parameters = { note = text() },
        },
        ["hooks.update"] = {
          summary = "Changes.", method = "POST", path = "/hooks/{id}", effect = "unrepeatable",
          parameters = {
            id = { type = "string", required = true },
            secret = { type = "string", secret = true, max_length = 30 },
            short = { type = "string", secret = true, max_length = 3 },
            plain = text(),
            count = { type = "integer" },
            more = { type = "object", secret = true },
          },
        },
      },
    }
    """
}

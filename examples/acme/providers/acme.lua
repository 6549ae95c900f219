-- ACME CRM: a customer's own system, described so that recipes use it like a built-in provider.
-- docs/providers.md lists every field.

return {
  name = "acme",
  title = "ACME CRM",
  summary = "The house's own list of deals.",
  base_url = "https://crm.acme.example/api/v2",
  authentication = { scheme = "token", environment = "ACME_API_KEY" },
  errors = { message = { "problem" }, code = { "reason" } },
  idempotency = { header = "Idempotency-Key", life = "2d" },

  operations = {
    ["deals.list"] = {
      summary = "Lists the deals, oldest first.",
      method = "GET",
      path = "/deals",
      effect = "read",
      source = "seed",
      parameters = {
        stage = { type = "string", summary = "Only deals in this stage.", enum = { "open", "won", "lost" } },
        page = { type = "integer", summary = "Number of the page, counted from 1.", min = 1 },
      },
      paging = { style = "page", items = "deals", total = "count", argument = "page" },
      returns = { id = "string", name = "string", stage = "string", amount = "integer" },
    },

    ["deals.create"] = {
      summary = "Opens a deal.",
      method = "POST",
      path = "/deals",
      effect = "keyed",
      source = "seed",
      parameters = {
        name = { type = "string", summary = "What people call it.", required = true, max_length = 80 },
        amount = { type = "integer", summary = "Its value in euros.", min = 0 },
      },
      result = "deal",
      returns = { id = "string", name = "string", stage = "string", amount = "integer" },
    },

    ["deals.update"] = {
      summary = "Changes a deal.",
      method = "PATCH",
      path = "/deals/{id}",
      effect = "natural",
      source = "seed",
      parameters = {
        id = { type = "string", summary = "Of the deal.", required = true },
        stage = { type = "string", summary = "Its new stage.", enum = { "open", "won", "lost" } },
        amount = { type = "integer", summary = "Its new value in euros.", min = 0 },
      },
      at_least_one = { "stage", "amount" },
      result = "deal",
      returns = { id = "string", name = "string", stage = "string", amount = "integer" },
    },

    ["deals.delete"] = {
      summary = "Deletes a deal; one that is gone already is no error when the call is repeated.",
      method = "DELETE",
      path = "/deals/{id}",
      effect = "natural",
      source = "seed",
      parameters = {
        id = { type = "string", summary = "Of the deal.", required = true },
      },
    },
  },
}

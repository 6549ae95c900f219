-- OpenProspect: delivers companies, each with its prospects, for searches that run on its side.
--
--   for search in prospect.searches.list() do
--     for company in prospect.deliveries.companies { prospect_search_id = search.id } do … end
--   end

-- Lists step by the limit that the server echoes, which may be smaller than the one asked for.
local pages = {
  style = "offset",
  items = "items",
  total = "total",
  limit = "limit",
  more = "has_more",
  argument = "offset",
  size = { argument = "limit", value = 100 },
}

local limit = {
  type = "integer",
  summary = "Rows in one page; 100 when absent.",
  min = 1,
  max = 100,
}

local offset = {
  type = "integer",
  summary = "Rows to skip before the first page.",
  min = 0,
}

return {
  name = "openprospect",
  title = "OpenProspect",
  base_url = "https://api.openprospect.io/api/v1",
  authentication = { scheme = "bearer", environment = "OPENPROSPECT_API_KEY" },

  -- Three generations of error bodies: flat, nested under `error`, and a plain code in `error`.
  errors = {
    message = { "message", "error.message", "detail" },
    code = { "code", "error.code", "error" },
  },
  request_id = { header = "X-Request-Id" },
  retry_after = { "retry_after", "details.retry_after" },

  operations = {
    ["auth.validate"] = {
      summary = "Checks the API key and lists its scopes.",
      method = "GET",
      path = "/auth/validate",
      effect = "read",
      source = "seed",
    },

    ["searches.list"] = {
      summary = "Lists the prospect searches that the key may see.",
      method = "GET",
      path = "/prospect-searches",
      effect = "read",
      source = "seed",
      scopes = { "prospect_searches:read" },
      parameters = { limit = limit, offset = offset },
      paging = pages,
    },

    ["deliveries.companies"] = {
      summary = "Lists the companies delivered for a prospect search, each with its `prospects`.",
      method = "GET",
      path = "/deliveries/{prospect_search_id}/companies",
      effect = "read",
      source = "seed",
      scopes = { "companies:read", "prospects:read" },
      parameters = {
        prospect_search_id = {
          type = "string",
          summary = "Id of a search from `searches.list`.",
          required = true,
        },
        delivered_since = {
          type = "date-time",
          summary = "Only companies delivered after this instant; everything when absent.",
        },
        limit = limit,
        offset = offset,
      },
      paging = pages,
    },
  },
}

-- OpenProspect: delivers companies, each with its prospects, for searches that run on its side.
--
--   for search in prospect.searches.list() do
--     for company in prospect.deliveries.companies { prospect_search_id = search.id } do … end
--   end
--
-- New companies are ordered on a search profile:
--
--   local profile = prospect.profiles.create { … }:wait()
--   local order   = prospect.orders.create { profile_id = profile.result.profile_id, briefing_quantity = 50 }
--   for company in order:wait():results() do … end

-- Lists step by the limit that the server echoes, which may be smaller than the one asked for. Only
-- the delivery pull is sure to say `has_more`; elsewhere `total` tells, and both may be missing.
local function pages(items, id)
  return {
    style = "offset",
    items = items or "items",
    total = "total",
    limit = "limit",
    more = "has_more",
    argument = "offset",
    size = { argument = "limit", value = 100 },
    id = id,
  }
end

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

local function id_of(summary)
  return { type = "string", summary = summary, required = true, min_length = 1 }
end

local prospect_search_id = id_of "Id of a search from `searches.list`."
local profile_creation_id = id_of "Id of a creation from `profiles.create`."
local order_id = id_of "Id of an order from `orders.create` or `orders.list`."
local company_id = id_of "Id of a company, delivered or listed."
local blacklist_id = id_of "Id of a blacklist from `blacklists.list`."

local function text(summary) return { type = "string", summary = summary } end
local function texts(summary) return { type = "string[]", summary = summary } end

local search_fields = { id = "string", name = "string", status = "string" }

local read_search_fields = {
  id = "string",
  name = "string",
  status = "string",
  version = "integer",
  ideal_customer_profile = "string",
}

local company_fields = {
  id = "string",
  prospect_search_id = "string",
  name = "string",
  city = "string",
  country = "string",
  business_type = "string",
  website = "string",
  match_score = "number",
  review_status = "string",
}

local profile_fields = {
  profile_creation_id = "string",
  status = "string",
  profile_id = "string",
  error_code = "string",
  error_message = "string",
  created_at = "date-time",
  started_at = "date-time",
  finished_at = "date-time",
}

local order_fields = {
  order_id = "string",
  order_type = "string",
  profile_id = "string",
  status = "string",
  briefing_quantity = "integer",
  message = "string",
  created_at = "date-time",
}

local blacklist_fields = { id = "string", name = "string", description = "string" }

local entry_fields = {
  id = "string",
  external_id = "string",
  website_url = "string",
  company_name = "string",
  city = "string",
}

local review_statuses = { "accepted", "rejected", "pending" }

return {
  name = "openprospect",
  title = "OpenProspect",
  summary = "Delivers companies with their prospects for searches and orders that run on its side.",
  base_url = "https://api.openprospect.io/api/v1",
  authentication = { scheme = "bearer", environment = "OPENPROSPECT_API_KEY" },
  identity = { operation = "auth.validate", scopes = "scopes", valid = "valid" },

  -- Three generations of error bodies: flat, nested under `error`, and a plain code in `error`.
  errors = {
    message = { "message", "error.message", "detail" },
    code = { "code", "error.code", "error" },
  },
  request_id = { header = "X-Request-Id" },
  retry_after = { "retry_after", "details.retry_after" },
  -- How long a key lives is not documented.
  idempotency = { header = "Idempotency-Key" },

  operations = {
    -- MARK: The key and the service

    ["auth.validate"] = {
      summary = "Checks the API key and lists its scopes.",
      notes = "Any active key may ask. Look at `valid` too: the documents do not say that an "
        .. "unusable key always answers 401.",
      method = "GET",
      path = "/auth/validate",
      effect = "read",
      source = "seed",
      returns = { valid = "boolean", scopes = "string[]" },
      example = [[print(table.concat(openprospect.auth.validate().scopes, " "))]],
    },

    ["health"] = {
      summary = "Says whether the service is up.",
      notes = "Named by the oldest documents only, outside /api/v1.",
      method = "GET",
      path = "/health",
      root = true,
      effect = "read",
      source = "pages",
      life = "legacy",
      returns = { service = "string", status = "string" },
      example = [[print(openprospect.health().status)]],
    },

    -- MARK: Prospect searches and what they deliver

    ["searches.list"] = {
      summary = "Lists the prospect searches that the key may see.",
      notes = "The values of `status` are not documented.",
      method = "GET",
      path = "/prospect-searches",
      effect = "read",
      source = "seed",
      scopes = { "prospect_searches:read" },
      parameters = { limit = limit, offset = offset },
      paging = pages(),
      returns = search_fields,
      example = [[for search in openprospect.searches.list() do print(search.name, search.status) end]],
    },

    ["searches.get"] = {
      summary = "Reads one prospect search with the `version` that a change must name.",
      notes = "No longer documented; expect 404 in production.",
      method = "GET",
      path = "/prospect-searches/{prospect_search_id}",
      effect = "read",
      source = "pages",
      life = "legacy",
      scopes = { "prospect_searches:read" },
      parameters = { prospect_search_id = prospect_search_id },
      returns = read_search_fields,
      example = [[
local search = openprospect.searches.list():first(1)[1]
print(openprospect.searches.get { prospect_search_id = search.id }.version)]],
    },

    -- Repeated after a lost answer, a change that happened is refused with 409: never done twice.
    ["searches.update"] = {
      summary = "Changes a prospect search, unless somebody else changed it since it was read.",
      notes = "No longer documented; expect 404 in production. A stale `version` is a 409: read the "
        .. "search again and decide anew. Fields that the key may not change are dropped without an "
        .. "error: look at `stripped_fields`.",
      method = "PATCH",
      path = "/prospect-searches/{prospect_search_id}",
      effect = "natural",
      source = "pages",
      life = "legacy",
      scopes = { "prospect_searches:write" },
      at_least_one = { "name", "ideal_customer_profile", "geo_locations", "search_keywords" },
      parameters = {
        prospect_search_id = prospect_search_id,
        version = {
          type = "integer",
          summary = "The `version` that `searches.get` gave.",
          required = true,
        },
        update_mask = texts "Names of the fields to change; every field that is sent when absent.",
        name = text "New name.",
        ideal_customer_profile = text "New description of the wanted companies.",
        geo_locations = { type = "any", summary = "New places; admins and owners only." },
        search_keywords = { type = "any", summary = "New keywords; admins and owners only." },
      },
      returns = {
        id = "string",
        name = "string",
        status = "string",
        version = "integer",
        ideal_customer_profile = "string",
        stripped_fields = "string[]",
      },
      example = [[
local search = openprospect.searches.list():first(1)[1]
local seen = openprospect.searches.get { prospect_search_id = search.id }
local changed = openprospect.searches.update {
  prospect_search_id = search.id, version = seen.version, name = seen.name .. " 2026",
}
print(changed.name, changed.version)]],
    },

    ["searches.blacklists"] = {
      summary = "Lists the blacklists that are attached to a prospect search.",
      notes = "The answer is not a page: it holds all of them.",
      method = "GET",
      path = "/prospect-searches/{prospect_search_id}/blacklists",
      effect = "read",
      source = "pages",
      scopes = { "blacklists:read" },
      parameters = { prospect_search_id = prospect_search_id },
      result = "items",
      returns = blacklist_fields,
      example = [[
local search = openprospect.searches.list():first(1)[1]
for _, blacklist in ipairs(openprospect.searches.blacklists { prospect_search_id = search.id }) do
  print(blacklist.name)
end]],
    },

    ["searches.set_blacklists"] = {
      summary = "Attaches exactly these blacklists to a prospect search.",
      notes = "Replaces the whole set, as far as is known; an empty list detaches all.",
      method = "PUT",
      path = "/prospect-searches/{prospect_search_id}/blacklists",
      effect = "natural",
      source = "pages",
      scopes = { "blacklists:write" },
      parameters = {
        prospect_search_id = prospect_search_id,
        blacklist_ids = {
          type = "string[]",
          summary = "Ids of the blacklists, each once.",
          required = true,
          source = "inferred",
        },
      },
      result = "items",
      returns = blacklist_fields,
      example = [[
local search = openprospect.searches.list():first(1)[1]
local blacklist = openprospect.blacklists.list():first(1)[1]
openprospect.searches.set_blacklists {
  prospect_search_id = search.id, blacklist_ids = { blacklist.id },
}]],
    },

    ["deliveries.companies"] = {
      summary = "Lists the companies delivered for a prospect search, each with its `prospects`.",
      notes = "No company says when it was delivered. For an incremental sync take the time before the "
        .. "first page, go back a few minutes, and keep it once everything is stored; then "
        .. "`delivered_since` misses nobody, and some companies come twice. The order is not documented.",
      method = "GET",
      path = "/deliveries/{prospect_search_id}/companies",
      effect = "read",
      source = "seed",
      scopes = { "companies:read", "prospects:read" },
      parameters = {
        prospect_search_id = prospect_search_id,
        delivered_since = {
          type = "date-time",
          summary = "Only companies delivered after this instant; everything when absent.",
        },
        limit = limit,
        offset = offset,
      },
      paging = pages(),
      returns = { id = "string", name = "string", prospects = "object[]" },
      example = [[
local search = openprospect.searches.list():first(1)[1]
for company in openprospect.deliveries.companies {
  prospect_search_id = search.id, delivered_since = "2026-01-01T00:00:00Z",
} do
  print(company.name, #company.prospects)
end]],
    },

    -- Nothing reads destinations, so a lost answer cannot be looked up; sent twice, each event comes twice.
    ["deliveries.add_destination"] = {
      summary = "Registers a webhook to which each qualified company is pushed.",
      notes = "No longer documented; expect 404 in production. Pulling `deliveries.companies` is the "
        .. "documented way. Which scope it needs, and what its answer holds, is unknown.",
      method = "POST",
      path = "/deliveries/{delivery_id}/destinations",
      effect = "unrepeatable",
      source = "pages",
      life = "legacy",
      parameters = {
        delivery_id = id_of "Id of the delivery; no operation lists them.",
        type = {
          type = "string",
          summary = "Kind of the destination.",
          required = true,
          enum = { "webhook" },
        },
        url = { type = "string", summary = "Where events are posted to.", required = true, min_length = 1 },
        auth_type = {
          type = "string",
          summary = "How events prove where they come from.",
          enum = { "bearer" },
        },
        auth_token = text "Token that comes with each event, in its Authorization header.",
      },
      example = [[
local search = openprospect.searches.list():first(1)[1]
openprospect.deliveries.add_destination {
  delivery_id = search.id, type = "webhook", url = "https://crm.example/hooks/leads",
}]],
    },

    -- MARK: Search profiles

    ["profiles.create"] = {
      summary = "Starts the creation of a search profile, on which orders are placed.",
      notes = "The key needs `orders:read` too, or the creation cannot be followed. One that failed stays "
        .. "failed: it is started anew under another idempotency key.",
      method = "POST",
      path = "/search-profile-creations",
      effect = "keyed",
      source = "seed",
      scopes = { "orders:write" },
      parameters = {
        profile_name = { type = "string", summary = "Name of the profile.", required = true, min_length = 1 },
        ideal_customer_profile = {
          type = "string",
          summary = "The wanted companies, in plain words.",
          required = true,
          min_length = 1,
        },
        target_countries = {
          type = "string[]",
          summary = "Countries of the wanted companies, as two-letter codes.",
          required = true,
          min_items = 1,
        },
        seller_offering = text "What you sell.",
        seller_industry = text "Your own industry.",
        target_cities = texts "Cities of the wanted companies.",
        target_industries = texts "Industries of the wanted companies.",
        excluded_industries = texts "Industries that are not wanted.",
        contact_roles = texts "Roles of the wanted contacts.",
        company_size_min = { type = "integer", summary = "Least number of employees.", min = 1 },
        company_size_max = { type = "integer", summary = "Greatest number of employees.", min = 1 },
        output_language = {
          type = "string",
          summary = "Language of what the service writes.",
          default = "en",
        },
      },
      returns = profile_fields,
      job = {
        id = "profile_creation_id",
        poll = "profiles.get",
        argument = "profile_creation_id",
        status = "status",
        done = { "SUCCEEDED" },
        failed = { "FAILED" },
        message = { "error_message", "error_code" },
      },
      example = [[
local creation = openprospect.profiles.create {
  profile_name = "Nordic pump makers",
  ideal_customer_profile = "Makers of industrial pumps with their own service staff",
  target_countries = { "SE", "FI" },
}
print(creation:wait().result.profile_id)]],
    },

    ["profiles.get"] = {
      summary = "Reads how far the creation of a search profile is.",
      notes = "`SUCCEEDED` and `FAILED` are final. A failed creation is not an error of this call.",
      method = "GET",
      path = "/search-profile-creations/{profile_creation_id}",
      effect = "read",
      source = "seed",
      scopes = { "orders:read" },
      parameters = { profile_creation_id = profile_creation_id },
      returns = profile_fields,
      example = [[
local creation = openprospect.profiles.create {
  profile_name = "Bakeries", ideal_customer_profile = "Regional bakeries", target_countries = { "AT" },
}
print(openprospect.profiles.get { profile_creation_id = creation.id }.status)]],
    },

    -- MARK: Orders

    -- That orders take an idempotency key is inferred.
    ["orders.create"] = {
      summary = "Orders companies on a search profile: new ones, or more about those you name.",
      notes = "Discovery sends `briefing_quantity`, enrichment sends `companies`, never both. A person "
        .. "looks at each order first, which may take long: keep `job.id` and look again another day "
        .. "rather than wait. That an idempotency key is honoured here is inferred, not documented.",
      method = "POST",
      path = "/orders",
      effect = "keyed",
      source = "pages",
      scopes = { "orders:write" },
      exactly_one = { "briefing_quantity", "companies" },
      parameters = {
        profile_id = {
          type = "string",
          summary = "The `profile_id` of a creation that succeeded.",
          required = true,
          min_length = 1,
          source = "inferred",
        },
        order_type = {
          type = "string",
          summary = "`DISCOVERY` for new companies, `ENRICHMENT` for those in `companies`.",
          enum = { "DISCOVERY", "ENRICHMENT" },
        },
        briefing_quantity = {
          type = "integer",
          summary = "Discovery: how many qualified companies are wanted.",
          min = 1,
        },
        companies = {
          type = "object[]",
          summary = "Enrichment: the companies to work on.",
          min_items = 1,
          max_items = 10000,
          fields = {
            company_name = { type = "string", summary = "Name of the company.", required = true, min_length = 1 },
            external_id = text "Your own id of it; comes back as `source_id`.",
            website_url = text "Its web site.",
            city = text "Its city.",
            country = text "Its country, by name: not a code, unlike `target_countries`.",
          },
        },
        title = text "Title of the order, as the previous generation of the API took it.",
        profile_name = text "Name of the profile, as the previous generation of the API took it.",
        features = texts "What is wanted, as in `COMPANY_DATA`, `CONTACTS`, `TECHNOLOGIES`; there may be more.",
      },
      returns = order_fields,
      job = {
        id = { "order_id", "id" },
        poll = "orders.get",
        argument = "order_id",
        status = "status",
        done = { "COMPLETED" },
        failed = { "REJECTED", "FAILED", "CANCELLED" },
        message = "message",
        results = { operation = "orders.results", argument = "order_id" },
        timeout = "24h",
      },
      example = [[
local past = openprospect.orders.list():first(1)[1]
local order = openprospect.orders.create { profile_id = past.profile_id, briefing_quantity = 5 }
for company in order:wait():results() do print(company.name) end]],
    },

    ["orders.list"] = {
      summary = "Lists the orders of the account.",
      notes = "The rows stand under `items` or under `orders`, their id is `order_id` or `id`: the documents differ.",
      method = "GET",
      path = "/orders",
      effect = "read",
      source = "pages",
      scopes = { "orders:read" },
      parameters = { limit = limit, offset = offset },
      paging = pages({ "items", "orders" }, "order_id"),
      returns = order_fields,
      example = [[for order in openprospect.orders.list() do print(order.status, order.created_at) end]],
    },

    ["orders.get"] = {
      summary = "Reads one order.",
      notes = "`RECEIVED`, `ACCEPTED` and `IN_PROGRESS` go on; `COMPLETED`, `REJECTED`, `FAILED` and "
        .. "`CANCELLED` are final. `message` says why an order was rejected.",
      method = "GET",
      path = "/orders/{order_id}",
      effect = "read",
      source = "pages",
      scopes = { "orders:read" },
      parameters = { order_id = order_id },
      returns = order_fields,
      example = [[
local past = openprospect.orders.list():first(1)[1]
print(openprospect.orders.get { order_id = past.order_id }.status)]],
    },

    -- A finished order does not change, and two companies that you sent may be one to the service:
    -- no row is dropped for its id.
    ["orders.results"] = {
      summary = "Lists the companies that a completed order found, with their contacts.",
      notes = "Before the order is `COMPLETED` the call may fail with 409 or give nothing. `source_id` is your "
        .. "`external_id` of an enriched company. All but `source_id` is inferred.",
      method = "GET",
      path = "/orders/{order_id}/results",
      effect = "read",
      source = "pages",
      scopes = { "orders:read" },
      parameters = { order_id = order_id, limit = limit, offset = offset },
      paging = pages("items", false),
      returns = { source_id = "string", id = "string", name = "string", contacts = "object[]" },
      example = [[
local past = openprospect.orders.list():first(1)[1]
for company in openprospect.orders.results { order_id = past.order_id } do
  print(company.name, #company.contacts)
end]],
    },

    -- MARK: Companies

    ["companies.list"] = {
      summary = "Lists the companies that a prospect search found, delivered or not.",
      notes = "All parameters come from the oldest documents.",
      method = "GET",
      path = "/companies",
      effect = "read",
      source = "pages",
      scopes = { "companies:read" },
      parameters = {
        prospect_search_id = prospect_search_id,
        min_match_score = {
          type = "number",
          summary = "Only companies that match at least so well.",
          min = 0,
          max = 10,
        },
        review_status = {
          type = "string",
          summary = "Only companies in this state; prefer `review_status_list`.",
          enum = review_statuses,
        },
        review_status_list = {
          type = "string[]",
          summary = "Only companies in one of these states; wins over `review_status`.",
          enum = review_statuses,
        },
        search = text "Text in the name, city, business type or contacts.",
        limit = limit,
        offset = offset,
      },
      paging = pages(),
      returns = company_fields,
      example = [[
local search = openprospect.searches.list():first(1)[1]
for company in openprospect.companies.list {
  prospect_search_id = search.id, min_match_score = 7.5, review_status_list = { "accepted", "pending" },
} do
  print(company.match_score, company.name)
end]],
    },

    ["companies.get"] = {
      summary = "Reads one company.",
      method = "GET",
      path = "/companies/{company_id}",
      effect = "read",
      source = "pages",
      scopes = { "companies:read" },
      parameters = { company_id = company_id },
      returns = company_fields,
      example = [[
local search = openprospect.searches.list():first(1)[1]
local company = openprospect.companies.list { prospect_search_id = search.id }:first(1)[1]
print(openprospect.companies.get { company_id = company.id }.website)]],
    },

    ["companies.jobs"] = {
      summary = "Lists the open positions of a company.",
      notes = "What a position holds is not documented. The answer is not a page: it holds all of them.",
      method = "GET",
      path = "/companies/{company_id}/jobs",
      effect = "read",
      source = "pages",
      scopes = { "companies:read" },
      parameters = { company_id = company_id },
      result = "items",
      example = [[
local search = openprospect.searches.list():first(1)[1]
local company = openprospect.companies.list { prospect_search_id = search.id }:first(1)[1]
print(#openprospect.companies.jobs { company_id = company.id })]],
    },

    ["companies.jobs_summary"] = {
      summary = "Sums up how a company hires.",
      notes = "What the answer holds is not documented.",
      method = "GET",
      path = "/companies/{company_id}/jobs/summary",
      effect = "read",
      source = "pages",
      scopes = { "companies:read" },
      parameters = { company_id = company_id },
      example = [[
local search = openprospect.searches.list():first(1)[1]
local company = openprospect.companies.list { prospect_search_id = search.id }:first(1)[1]
print(inspect(openprospect.companies.jobs_summary { company_id = company.id }))]],
    },

    ["companies.webtech"] = {
      summary = "Lists the technologies that a company's web site uses.",
      notes = "What a technology holds is not documented. The answer is not a page: it holds all of them.",
      method = "GET",
      path = "/companies/{company_id}/webtech-intel",
      effect = "read",
      source = "pages",
      scopes = { "companies:read" },
      parameters = { company_id = company_id },
      result = "items",
      example = [[
local search = openprospect.searches.list():first(1)[1]
local company = openprospect.companies.list { prospect_search_id = search.id }:first(1)[1]
print(#openprospect.companies.webtech { company_id = company.id })]],
    },

    ["companies.webtech_summary"] = {
      summary = "Sums up the technologies that a company's web site uses.",
      notes = "What the answer holds is not documented.",
      method = "GET",
      path = "/companies/{company_id}/webtech-intel/summary",
      effect = "read",
      source = "pages",
      scopes = { "companies:read" },
      parameters = { company_id = company_id },
      example = [[
local search = openprospect.searches.list():first(1)[1]
local company = openprospect.companies.list { prospect_search_id = search.id }:first(1)[1]
print(inspect(openprospect.companies.webtech_summary { company_id = company.id }))]],
    },

    -- MARK: Prospects

    ["prospects.list"] = {
      summary = "Lists the prospects that the key may see.",
      notes = "Neither parameters nor fields are documented: keep each prospect whole.",
      method = "GET",
      path = "/prospects",
      effect = "read",
      source = "pages",
      scopes = { "prospects:read" },
      parameters = { limit = limit, offset = offset },
      paging = pages(),
      returns = { id = "string" },
      example = [[for _, prospect in ipairs(openprospect.prospects.list():first(10)) do print(prospect.id) end]],
    },

    ["prospects.get"] = {
      summary = "Reads one prospect.",
      notes = "Its fields are not documented.",
      method = "GET",
      path = "/prospects/{prospect_id}",
      effect = "read",
      source = "pages",
      scopes = { "prospects:read" },
      parameters = { prospect_id = id_of "Id of a prospect, delivered or listed." },
      returns = { id = "string" },
      example = [[
local prospect = openprospect.prospects.list():first(1)[1]
print(inspect(openprospect.prospects.get { prospect_id = prospect.id }))]],
    },

    -- MARK: Blacklists

    ["blacklists.list"] = {
      summary = "Lists the blacklists of the account.",
      method = "GET",
      path = "/blacklists",
      effect = "read",
      source = "pages",
      scopes = { "blacklists:read" },
      parameters = { limit = limit, offset = offset },
      paging = pages(),
      returns = blacklist_fields,
      example = [[for blacklist in openprospect.blacklists.list() do print(blacklist.name) end]],
    },

    ["blacklists.get"] = {
      summary = "Reads one blacklist, without its entries.",
      method = "GET",
      path = "/blacklists/{blacklist_id}",
      effect = "read",
      source = "pages",
      scopes = { "blacklists:read" },
      parameters = { blacklist_id = blacklist_id },
      returns = blacklist_fields,
      example = [[
local blacklist = openprospect.blacklists.list():first(1)[1]
print(openprospect.blacklists.get { blacklist_id = blacklist.id }.description)]],
    },

    -- No idempotency key is documented, and two blacklists may have one name.
    ["blacklists.create"] = {
      summary = "Creates an empty blacklist.",
      method = "POST",
      path = "/blacklists",
      effect = "unrepeatable",
      source = "pages",
      scopes = { "blacklists:write" },
      parameters = {
        name = { type = "string", summary = "Name of the blacklist.", required = true, min_length = 1 },
        description = { type = "string", summary = "What it is for.", nullable = true },
      },
      returns = blacklist_fields,
      example = [[
local blacklist = openprospect.blacklists.create {
  name = "Existing accounts", description = "Synced from the ERP",
}
print(blacklist.id)]],
    },

    ["blacklists.update"] = {
      summary = "Changes the name or the description of a blacklist.",
      method = "PATCH",
      path = "/blacklists/{blacklist_id}",
      effect = "natural",
      source = "pages",
      scopes = { "blacklists:write" },
      at_least_one = { "name", "description" },
      parameters = {
        blacklist_id = blacklist_id,
        name = { type = "string", summary = "New name.", min_length = 1 },
        description = { type = "string", summary = "New description; `json.null` removes it.", nullable = true },
      },
      returns = blacklist_fields,
      example = [[
local blacklist = openprospect.blacklists.list():first(1)[1]
openprospect.blacklists.update { blacklist_id = blacklist.id, description = "Customers since 2020" }]],
    },

    ["blacklists.delete"] = {
      summary = "Deletes a blacklist with its entries.",
      notes = "What that means for the searches that it is attached to is not documented.",
      method = "DELETE",
      path = "/blacklists/{blacklist_id}",
      effect = "natural",
      source = "pages",
      scopes = { "blacklists:write" },
      parameters = { blacklist_id = blacklist_id },
      example = [[
local blacklist = openprospect.blacklists.create { name = "Of no more use" }
openprospect.blacklists.delete { blacklist_id = blacklist.id }]],
    },

    ["blacklists.entries"] = {
      summary = "Lists the entries of a blacklist.",
      method = "GET",
      path = "/blacklists/{blacklist_id}/entries",
      effect = "read",
      source = "pages",
      scopes = { "blacklists:read" },
      parameters = { blacklist_id = blacklist_id, limit = limit, offset = offset },
      paging = pages(),
      returns = entry_fields,
      example = [[
local blacklist = openprospect.blacklists.list():first(1)[1]
for entry in openprospect.blacklists.entries { blacklist_id = blacklist.id } do
  print(entry.company_name, entry.website_url)
end]],
    },

    -- Whether an entry that is there already is added again is not documented.
    ["blacklists.add_entries"] = {
      summary = "Adds up to 10,000 companies to a blacklist.",
      notes = "A company is kept out when its `external_id` is equal, else the domain of `website_url`, else "
        .. "`company_name` with `city`, else `company_name` alone: the more of them an entry has, the better.",
      method = "POST",
      path = "/blacklists/{blacklist_id}/entries",
      effect = "unrepeatable",
      source = "pages",
      scopes = { "blacklists:write" },
      parameters = {
        blacklist_id = blacklist_id,
        entries = {
          type = "object[]",
          summary = "The companies, each with at least one of the fields.",
          required = true,
          min_items = 1,
          max_items = 10000,
          source = "inferred",
          fields = {
            external_id = { type = "string", summary = "Your own id of the company.", nullable = true },
            website_url = { type = "string", summary = "Its web site.", nullable = true },
            company_name = { type = "string", summary = "Its name.", nullable = true },
            city = { type = "string", summary = "Its city.", nullable = true },
          },
        },
      },
      example = [[
local blacklist = openprospect.blacklists.list():first(1)[1]
openprospect.blacklists.add_entries {
  blacklist_id = blacklist.id,
  entries = {
    { external_id = "ERP-77", website_url = "https://kaltenbruck.example" },
    { company_name = "Lindqvist Spedition Oy", city = "Turku" },
  },
}]],
    },

    ["blacklists.remove_entries"] = {
      summary = "Removes entries from a blacklist by their ids.",
      notes = "How the ids travel is inferred: in the body of a DELETE.",
      method = "DELETE",
      path = "/blacklists/{blacklist_id}/entries",
      effect = "natural",
      source = "pages",
      scopes = { "blacklists:write" },
      parameters = {
        blacklist_id = blacklist_id,
        entry_ids = {
          type = "string[]",
          summary = "Ids of entries from `blacklists.entries`.",
          at = "body",
          required = true,
          min_items = 1,
          source = "inferred",
        },
      },
      example = [[
local blacklist = openprospect.blacklists.list():first(1)[1]
local entry = openprospect.blacklists.entries { blacklist_id = blacklist.id }:first(1)[1]
if entry then
  openprospect.blacklists.remove_entries { blacklist_id = blacklist.id, entry_ids = { entry.id } }
end]],
    },
  },
}

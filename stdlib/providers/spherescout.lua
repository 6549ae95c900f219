-- SphereScout: a database of business contacts. Searching is free, exporting costs credits.
--
-- Search first, export the search, wait for the file; later, export only what is new:
--
--   local found  = scout.companies.search { countries = { "FR" }, email = true }
--   local export = scout.exports.start { search_id = found.search_id }
--   local file   = export:wait():download "contacts.csv"
--
--   local past   = scout.history.list():first(1)[1]
--   local fresh  = scout.history.freshness { id = past.id }
--   if fresh.has_new then scout.history.delta { id = past.id }:wait():download "new.csv" end
--
-- Three ids must not be swapped: the `search_id` of a search, the `task_id` of an export, and the
-- `id` of an entry of the history.

-- Ids are opaque, integers or strings; a recipe hands on what it got.
local function opaque(summary, required)
  return { type = "any", summary = summary, required = required, source = "pages" }
end

local function flag(summary) return { type = "boolean", summary = summary, source = "pages" } end

-- The filters of a search, and what else an operation takes.
local function filters(paginate, page)
  return {
    countries = {
      type = "string[]",
      summary = "Two-letter country codes in capitals; a contact in any of them matches.",
      source = "pages",
    },
    category = {
      type = "integer",
      summary = "Id of a category from `categories.list`.",
      source = "pages",
    },
    main_activity_only = flag "Only businesses whose main activity is the category.",
    level1_location = opaque "Id of a region or state from `locations.search`.",
    level2_location = opaque "Id of a county or department from `locations.search`.",
    level3_location = opaque "Id of a city from `locations.search`.",
    email = flag "Only contacts with an e-mail address. A flag, not an address.",
    phone_number = flag "Only contacts with a telephone number. A flag, not a number.",
    website = flag "Only contacts with a website. A flag, not an address.",
    paginate = paginate,
    page = page,
  }
end

local page = {
  type = "integer",
  summary = "Number of the page, counted from 1.",
  min = 1,
  default = 1,
  source = "pages",
}

local contact_fields = {
  id = "any",
  name = "string",
  city = "string",
  country = "string",
  level2_location = "string",
  category = "string",
  phone_number = "any",
  website = "string",
}

-- The fields of a job's answers.
local job_fields = {
  task_id = "string",
  status = "string",
  download_url = "string",
  error = "string",
}

local function job_protocol()
  return {
    id = "task_id",
    poll = "exports.status",
    argument = "task_id",
    status = "status",
    done = { "ready" },
    failed = { "failed" },
    message = { "error", "message", "detail" },
    download = "download_url",
    timeout = "30m",
  }
end

local function delta_protocol()
  local protocol = job_protocol()
  protocol.nothing = true
  return protocol
end

local token_paths = { "access", "access_token", "refresh", "refresh_token" }

local history_id = {
  type = "any",
  summary = "The `id` of an entry of `history.list`; neither a `search_id` nor a `task_id`.",
  required = true,
}

return {
  name = "spherescout",
  title = "SphereScout",
  summary = "A database of business contacts, to be searched for free and exported for credits.",
  base_url = "https://www.spherescout.io/api",

  -- An API key comes first; without one, a user's name and password become tokens. Both travel in
  -- the same header.
  -- It documents no scopes; whether the key is good can be seen.
  identity = { operation = "account.profile" },
  authentication = {
    scheme = "bearer",
    environment = "SPHERESCOUT_API_KEY",
    login = {
      environment = { username = "SPHERESCOUT_USERNAME", password = "SPHERESCOUT_PASSWORD" },
      operation = "auth.login",
      refresh = "auth.refresh",
      access_token = { "access", "access_token" },
      refresh_token = { "refresh", "refresh_token" },
    },
  },

  -- No error envelope is documented: the text sits in one of three places, the code in one of two.
  errors = {
    message = { "detail", "message", "error" },
    code = { "validation_code", "code" },
  },
  request_id = { header = "X-Request-Id" },

  -- That the profile tells the balance is documented; under which name, is not.
  credits = {
    operation = "account.profile",
    balance = { "credits", "credit_balance", "remaining_credits", "available_credits" },
  },

  operations = {
    -- MARK: Tokens, account and keys

    ["auth.login"] = {
      summary = "Exchanges an account's e-mail address and password for an access and a refresh token.",
      notes = "Recipes need not call it: the runtime logs in by itself when the environment has a "
        .. "name and a password and no API key. The tokens come back as secrets. How long they live "
        .. "is not documented; an access token is short-lived.",
      method = "POST",
      path = "/auth/login",
      public = true,
      effect = "read",
      source = "seed",
      parameters = {
        username = {
          type = "string",
          summary = "E-mail address of the account.",
          required = true,
          min_length = 1,
          source = "pages",
        },
        password = {
          type = "string",
          summary = "Password of the account.",
          required = true,
          min_length = 1,
          source = "pages",
        },
      },
      returns = { access = "string", refresh = "string", user = "object" },
      secrets = token_paths,
      example = [[
local login = spherescout.auth.login {
  username = "ops@sandbox.example",
  password = "sandbox-password",
}
print(login.user.email, login.access)]],
    },

    -- Where refresh tokens rotate, the old one is gone: a lost answer must not be asked for again.
    ["auth.refresh"] = {
      summary = "Exchanges a refresh token for a new access token.",
      notes = "When the answer holds a refresh token too, it takes the place of the old one, which "
        .. "may be worthless from then on. A 401 means that a new login is needed.",
      method = "POST",
      path = "/token/refresh",
      public = true,
      effect = "unrepeatable",
      source = "seed",
      parameters = {
        refresh = {
          type = "string",
          summary = "The refresh token of `auth.login`.",
          required = true,
          secret = true,
          min_length = 1,
          source = "inferred",
        },
      },
      returns = { access = "string", refresh = "string" },
      secrets = token_paths,
      example = [[
local login = spherescout.auth.login {
  username = "ops@sandbox.example",
  password = "sandbox-password",
}
print(spherescout.auth.refresh({ refresh = login.refresh }).access)]],
    },

    ["account.profile"] = {
      summary = "Reads the account and its remaining credits.",
      notes = "The balance is documented, its name is not: read `credits`, else `credit_balance`, "
        .. "`remaining_credits` or `available_credits`.",
      method = "GET",
      path = "/user/profile",
      effect = "read",
      source = "seed",
      returns = {
        id = "any",
        email = "string",
        first_name = "string",
        last_name = "string",
        plan = "string",
        credits = "integer",
      },
      example = [[print(spherescout.account.profile().email)]],
    },

    ["api_keys.list"] = {
      summary = "Lists the API keys of the account, never with their secret.",
      notes = "A key's `id` is what `api_keys.delete` takes; its `token_key`, the leading characters, "
        .. "is only for people.",
      method = "GET",
      path = "/user/api-keys",
      effect = "read",
      source = "seed",
      returns = { id = "any", token_key = "string", created = "date-time", expiry = "date-time" },
      example = [[
for _, key in ipairs(spherescout.api_keys.list()) do print(key.id, key.token_key) end]],
    },

    ["api_keys.create"] = {
      summary = "Creates an API key; the whole key is in this one answer and never again.",
      notes = "The key comes back as a secret, which a recipe can store or hand on but not print. "
        .. "After a lost answer nobody knows whether a key exists: look at `api_keys.list` and "
        .. "delete the one that nobody has. The name of the key and of its expiry are not documented.",
      method = "POST",
      path = "/user/api-keys",
      effect = "unrepeatable",
      source = "seed",
      body = "empty_object",
      parameters = {
        expiry = {
          type = "date-time",
          summary = "When the key ends; without it, it has no end.",
          nullable = true,
          source = "inferred",
        },
      },
      returns = {
        id = "any",
        token = "string",
        token_key = "string",
        created = "date-time",
        expiry = "date-time",
      },
      secrets = { "token", "key", "api_key" },
      example = [[
local key = spherescout.api_keys.create { expiry = "2099-12-31T00:00:00Z" }
print(key.id, key.token_key)
spherescout.api_keys.delete { key_id = key.id }]],
    },

    ["api_keys.delete"] = {
      summary = "Revokes an API key for good, at once.",
      notes = "The key that a run itself uses can be revoked, too; the next call is then refused.",
      method = "DELETE",
      path = "/user/api-keys/{key_id}",
      effect = "natural",
      source = "seed",
      parameters = {
        key_id = {
          type = "any",
          summary = "The `id` of a key of `api_keys.list`, not its `token_key`.",
          required = true,
        },
      },
      example = [[
local key = spherescout.api_keys.create()
spherescout.api_keys.delete { key_id = key.id }]],
    },

    -- MARK: Search

    ["companies.search"] = {
      summary = "Counts the contacts that match every filter, shows a few of them without their "
        .. "e-mail addresses, and remembers the search under `search_id` for an export.",
      notes = "Filters narrow; the values of one filter add up. `totalCount` is the number of rows, "
        .. "and so the price, of an export; `preview` is a sample of at most 10. `email`, "
        .. "`phone_number` and `website` are flags. There is no `page_size`.",
      method = "GET",
      path = "/companies",
      effect = "read",
      source = "seed",
      parameters = filters(
        flag "Answers with one page of 50 rows; `companies.list` does so by itself.",
        page),
      returns = {
        search_id = "string",
        totalCount = "integer",
        count = "integer",
        preview = "object[]",
        page = "integer",
        next = "string",
        previous = "string",
        cities = "string[]",
        zipCodes = "string[]",
        categories = "string[]",
      },
      example = [[
local found = spherescout.companies.search { countries = { "FR" }, email = true }
print(found.totalCount, found.search_id)]],
    },

    -- The same operation, page after page.
    ["companies.list"] = {
      summary = "Lists the contacts that match every filter, without their e-mail addresses.",
      notes = "It is `companies.search` in pages of 50, free like that; e-mail addresses are in an "
        .. "export only.",
      method = "GET",
      path = "/companies",
      effect = "read",
      source = "seed",
      fixed = { paginate = true },
      parameters = filters(nil, page),
      returns = contact_fields,
      paging = {
        style = "page",
        items = { "preview", "results" },
        argument = "page",
        total = "totalCount",
      },
      example = [[
for company in spherescout.companies.list { countries = { "JP" } } do print(company.name) end]],
    },

    ["companies.preview"] = {
      summary = "Counts the contacts that match every filter and shows a few, without an account.",
      notes = "There is no `search_id` in the answer, hence no export of it. How many rows it shows "
        .. "is not documented.",
      method = "GET",
      path = "/public/companies",
      public = true,
      effect = "read",
      source = "seed",
      parameters = filters(),
      returns = { totalCount = "integer", preview = "object[]" },
      example = [[print(spherescout.companies.preview({ countries = { "FR" } }).totalCount)]],
    },

    -- MARK: Reference data. Nobody says whether it needs a credential; one is sent.

    ["categories.list"] = {
      summary = "Lists the business categories with their ids, or those that a word finds.",
      notes = "Without `q` it is the whole catalogue, which is large. With `q`, each row says how well "
        .. "it matched: the lower its `match_rank`, the better.",
      method = "GET",
      path = "/categories",
      effect = "read",
      source = "seed",
      parameters = {
        q = {
          type = "string",
          summary = "An English word; names in other languages are searched, too.",
          source = "pages",
        },
        limit = { type = "integer", summary = "The most rows.", min = 1, source = "pages" },
      },
      returns = {
        id = "integer",
        name = "string",
        gcid = "string",
        match_rank = "integer",
        matched_field = "string",
        matched_value = "string",
      },
      example = [[
for _, category in ipairs(spherescout.categories.list { q = "plumber", limit = 5 }) do
  print(category.id, category.name)
end]],
    },

    ["countries.list"] = {
      summary = "Lists the countries that the database covers.",
      notes = "Look here first when a place cannot be found: an uncovered country and a place that "
        .. "does not exist look the same. The names of the fields are not documented.",
      method = "GET",
      path = "/locations/countries",
      effect = "read",
      source = "seed",
      returns = { alpha2 = "string", name = "string" },
      example = [[
for _, country in ipairs(spherescout.countries.list()) do print(country.alpha2, country.name) end]],
    },

    ["locations.search"] = {
      summary = "Finds regions, counties and cities by name.",
      notes = "At most 10 hits of each type, so the list may lack some. `q` is a bare name: “Austin, "
        .. "Texas” finds nothing; narrow with `states` and `counties`, which take ids. The id of a hit "
        .. "of type level2 goes into `level2_location`. A parent's count contains its children. It is "
        .. "`country` here, and `countries` in a search.",
      method = "GET",
      path = "/locations/search",
      effect = "read",
      source = "seed",
      parameters = {
        q = {
          type = "string",
          summary = "The name of a place, alone.",
          required = true,
          min_length = 1,
          source = "pages",
        },
        country = {
          type = "string",
          summary = "Two-letter code of one country, in capitals.",
          min_length = 2,
          max_length = 2,
          source = "pages",
        },
        states = opaque "Ids of the level1 locations to search inside: one, or a list.",
        counties = opaque "Ids of the level2 locations to search inside: one, or a list.",
      },
      returns = { count = "integer", locations = "object[]" },
      example = [[
for _, place in ipairs(spherescout.locations.search({ q = "Lyon", country = "FR" }).locations) do
  print(place.type, place.id, place.name)
end]],
    },

    ["professions.list"] = {
      summary = "Lists the professions with their subcategories.",
      notes = "What a row holds is not documented.",
      method = "GET",
      path = "/professions/summary",
      effect = "read",
      source = "seed",
      returns = { id = "any", name = "string", count = "integer", subcategories = "object[]" },
      example = [[
for _, profession in ipairs(spherescout.professions.list()) do print(profession.name) end]],
    },

    -- MARK: Exports

    -- A GET that spends credits: it is never repeated unless it certainly did not arrive.
    ["exports.start"] = {
      summary = "Orders the file of a search; the credits are spent here, one for each row.",
      notes = "The search holds the filters, so none are sent again. With too few credits the call "
        .. "fails with the code insufficient_credits and nothing is spent: narrow the search. A job "
        .. "that failed is not to be started again without knowing why. The download link works for "
        .. "30 days; afterwards a new export, from the `search_id` in `history.list`, may cost the "
        .. "full price again. The columns of the file are not documented: go by the header's names.",
      method = "GET",
      path = "/download-csv",
      effect = "reconciled",
      source = "seed",
      cost = {
        per = "row",
        credits = 1,
        rows = {
          argument = "search_id",
          seen = "companies.search",
          id = "search_id",
          count = { "totalCount", "count" },
        },
      },
      parameters = {
        search_id = {
          type = "string",
          summary = "The `search_id` of `companies.search`.",
          required = true,
          min_length = 1,
        },
        export_format = {
          type = "string",
          summary = "Format of the file.",
          enum = { "csv", "excel" },
          default = "csv",
          source = "pages",
        },
      },
      returns = job_fields,
      job = job_protocol(),
      example = [[
local found = spherescout.companies.search { countries = { "JP" }, email = true }
local export = spherescout.exports.start { search_id = found.search_id }
print(export:wait():download "contacts.csv")]],
    },

    ["exports.status"] = {
      summary = "Reads how far an export is, and where its file lies once it is ready.",
      notes = "The words are pending, processing, ready and failed. The link grants access by itself: "
        .. "it is fetched without a credential.",
      method = "GET",
      path = "/download-status/{task_id}",
      effect = "read",
      source = "seed",
      parameters = {
        task_id = {
          type = "string",
          summary = "The `task_id` of `exports.start` or `history.delta`.",
          required = true,
          min_length = 1,
        },
      },
      returns = job_fields,
      example = [[
local found = spherescout.companies.search { countries = { "JP" }, email = true }
local export = spherescout.exports.start { search_id = found.search_id }
print(spherescout.exports.status({ task_id = export.id }).status)]],
    },

    -- MARK: History

    ["history.list"] = {
      summary = "Lists the past exports of the account, the newest first.",
      notes = "Order and fields are not documented. An entry's `search_id` can be exported again; its "
        .. "`id` is for `history.freshness` and `history.delta`.",
      method = "GET",
      path = "/user/search-history",
      effect = "read",
      source = "seed",
      parameters = { page = page },
      returns = {
        id = "any",
        search_id = "string",
        task_id = "string",
        created_at = "date-time",
        total_count = "integer",
        status = "string",
        download_url = "string",
        expires_at = "date-time",
        filters = "object",
      },
      -- A list in `results`, or the answer itself is the list.
      paging = { style = "page", items = "results", argument = "page", total = "count" },
      example = [[
for past in spherescout.history.list() do print(past.id, past.status, past.total_count) end]],
    },

    ["history.freshness"] = {
      summary = "Tells whether a past search would now find contacts that its export did not have.",
      notes = "It is free, and tells what `history.delta` will cost. The fields are not documented.",
      method = "GET",
      path = "/user/search-history/{id}/freshness",
      effect = "read",
      source = "seed",
      parameters = { id = history_id },
      returns = {
        id = "any",
        has_new = "boolean",
        new_count = "integer",
        last_exported_at = "date-time",
      },
      example = [[
local found = spherescout.companies.search { countries = { "JP" }, email = true }
spherescout.exports.start({ search_id = found.search_id }):wait()
local past = spherescout.history.list():first(1)[1]
print(spherescout.history.freshness({ id = past.id }).has_new)]],
    },

    -- Like exports.start: a GET that spends credits.
    ["history.delta"] = {
      summary = "Orders the file of the contacts that are new since a past export; one credit for "
        .. "each new row is spent here.",
      notes = "When nothing is new, nothing is spent, and the job is done and has no file. Whether the "
        .. "answer is a job, a link or the file itself, and what it costs, is not documented.",
      method = "GET",
      path = "/user/search-history/{id}/download-delta",
      effect = "reconciled",
      source = "seed",
      cost = {
        per = "row",
        credits = 1,
        rows = { ask = "history.freshness", argument = "id", count = { "new_count" } },
      },
      parameters = { id = history_id },
      returns = {
        task_id = "string",
        status = "string",
        new_count = "integer",
        download_url = "string",
      },
      job = delta_protocol(),
      example = [[
local found = spherescout.companies.search { countries = { "JP" }, email = true }
spherescout.exports.start({ search_id = found.search_id }):wait()
local past = spherescout.history.list():first(1)[1]
local delta = spherescout.history.delta { id = past.id }:wait()
print(delta.new_count)]],
    },
  },
}

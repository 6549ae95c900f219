-- SphereScout: a database of business contacts. Searching is free, exporting costs credits.
--
-- Search first, export the search, wait for the file:
--
--   local found  = scout.companies.search { countries = { "FR" }, email = true }
--   local export = scout.exports.start { search_id = found.search_id }
--   local file   = export:wait():download "contacts.csv"

return {
  name = "spherescout",
  title = "SphereScout",
  base_url = "https://www.spherescout.io/api",
  authentication = { scheme = "bearer", environment = "SPHERESCOUT_API_KEY" },

  -- No error envelope is documented: the text sits in one of three places, the code in one of two.
  errors = {
    message = { "detail", "message", "error" },
    code = { "validation_code", "code" },
  },
  request_id = { header = "X-Request-Id" },

  operations = {
    ["account.profile"] = {
      summary = "Reads the account and its remaining credits.",
      method = "GET",
      path = "/user/profile",
      effect = "read",
      source = "seed",
    },

    ["companies.search"] = {
      summary = "Counts the contacts that match every filter, shows a few of them without their "
        .. "e-mail addresses, and remembers the search under `search_id` for an export.",
      method = "GET",
      path = "/companies",
      effect = "read",
      source = "seed",
      parameters = {
        countries = {
          type = "string[]",
          summary = "Two-letter country codes; a contact in any of them matches.",
          source = "pages",
        },
        category = {
          type = "integer",
          summary = "Id of a business category.",
          source = "pages",
        },
        main_activity_only = {
          type = "boolean",
          summary = "Only businesses whose main activity is the category.",
          source = "pages",
        },
        level1_location = {
          type = "any",
          summary = "Id of a region or state.",
          source = "pages",
        },
        level2_location = {
          type = "any",
          summary = "Id of a county or department.",
          source = "pages",
        },
        level3_location = {
          type = "any",
          summary = "Id of a city.",
          source = "pages",
        },
        email = {
          type = "boolean",
          summary = "Only contacts with an e-mail address. A flag, not an address.",
          source = "pages",
        },
        phone_number = {
          type = "boolean",
          summary = "Only contacts with a telephone number. A flag, not a number.",
          source = "pages",
        },
        website = {
          type = "boolean",
          summary = "Only contacts with a website. A flag, not an address.",
          source = "pages",
        },
        paginate = {
          type = "boolean",
          summary = "Answers with pages of 50 rows instead of a sample of at most 10.",
          source = "pages",
        },
        page = {
          type = "integer",
          summary = "Number of the page, counted from 1, together with `paginate`.",
          min = 1,
          source = "pages",
        },
      },
    },

    -- A GET that spends credits: it is never repeated unless it certainly did not arrive.
    ["exports.start"] = {
      summary = "Orders the file of a search; the credits are spent here, one for each row.",
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
        },
        export_format = {
          type = "string",
          summary = "Format of the file; `csv` when absent.",
          enum = { "csv", "excel" },
          source = "pages",
        },
      },
      job = {
        id = "task_id",
        poll = "exports.status",
        argument = "task_id",
        status = "status",
        done = { "ready" },
        failed = { "failed" },
        message = "error",
        download = "download_url",
        timeout = "30m",
      },
    },

    ["exports.status"] = {
      summary = "Reads how far an export is, and where its file lies once it is ready.",
      method = "GET",
      path = "/download-status/{task_id}",
      effect = "read",
      source = "seed",
      parameters = {
        task_id = {
          type = "string",
          summary = "The `task_id` of `exports.start`.",
          required = true,
        },
      },
    },
  },
}

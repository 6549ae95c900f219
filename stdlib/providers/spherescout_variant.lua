-- SphereScout's other surface, on api.spherescout.io, as its vendor's agent skill describes it. It
-- contradicts the documentation of the main host, so it must be granted before recipes can use it.
--
--   local variant = require "spherescout_variant"
--   local export  = variant.exports.start { countries = { "FR" }, email = true, confirm = true }
--   local link    = variant.exports.link { search_id = export:wait().id }
--
-- Its `search_id` names an export job; the main host's names a search. Every path ends with a slash.

-- Ids are opaque, integers or strings; a recipe hands on what it got.
local function opaque(summary) return { type = "any", summary = summary, source = "pages" } end

local function flag(summary) return { type = "boolean", summary = summary, source = "pages" } end

local country = {
  type = "string",
  summary = "Two-letter code of one country, in capitals.",
  min_length = 2,
  max_length = 2,
  source = "pages",
}

local ids = opaque "Ids of the locations to look up: one, or a list."

local search_id = {
  type = "any",
  summary = "The `search_id` of `exports.start`.",
  required = true,
  source = "pages",
}

local location_notes = "All of them, not only 10. An answer is a list, or an object with `count` and "
  .. "`locations`: which one, is not documented."

return {
  name = "spherescout_variant",
  title = "SphereScout (variant host)",
  summary = "SphereScout's other host: locations level by level, and exports straight from filters.",
  optional = true,
  base_url = "https://api.spherescout.io/api",
  authentication = { scheme = "token", environment = "SPHERESCOUT_API_KEY" },

  errors = {
    message = { "detail", "message", "error" },
    code = { "validation_code", "code" },
  },
  request_id = { header = "X-Request-Id" },

  operations = {
    -- MARK: Locations

    ["locations.level1"] = {
      summary = "Lists the regions or states of a country.",
      notes = location_notes,
      method = "GET",
      path = "/locations/level1/",
      effect = "read",
      source = "pages",
      parameters = { country = country, ids = ids },
      returns = { count = "integer", locations = "object[]" },
      example = [[
local answer = spherescout_variant.locations.level1 { country = "FR" }
for _, place in ipairs(answer.locations or answer) do print(place.id, place.name) end]],
    },

    ["locations.level2"] = {
      summary = "Lists the counties or departments of a country, or of some of its states.",
      notes = location_notes,
      method = "GET",
      path = "/locations/level2/",
      effect = "read",
      source = "pages",
      parameters = {
        country = country,
        states = opaque "Ids of level1 locations: one, or a list.",
        ids = ids,
      },
      returns = { count = "integer", locations = "object[]" },
      example = [[
local answer = spherescout_variant.locations.level2 { country = "FR" }
for _, place in ipairs(answer.locations or answer) do print(place.id, place.name) end]],
    },

    ["locations.level3"] = {
      summary = "Lists the cities of a country, or of some of its counties.",
      notes = location_notes,
      method = "GET",
      path = "/locations/level3/",
      effect = "read",
      source = "pages",
      parameters = {
        country = country,
        counties = opaque "Ids of level2 locations: one, or a list.",
        ids = ids,
      },
      returns = { count = "integer", locations = "object[]" },
      example = [[
local answer = spherescout_variant.locations.level3 { country = "FR" }
for _, place in ipairs(answer.locations or answer) do print(place.id, place.name) end]],
    },

    -- MARK: Exports

    -- A GET that spends credits: it is never repeated unless it certainly did not arrive.
    ["exports.start"] = {
      summary = "Orders the file of all contacts that match every filter; one credit for each row is "
        .. "spent here.",
      notes = "It takes the filters themselves, and only its answer says in `lead_count` how many rows "
        .. "they match: ask `companies.search` of the main host first. With too few credits it fails "
        .. "with the code insufficient_credits and nothing is spent. When the job is done, "
        .. "`exports.link` tells where the file is.",
      method = "GET",
      path = "/download-csv/",
      effect = "reconciled",
      source = "pages",
      cost = { per = "row", credits = 1 },
      confirm = "one credit is spent for each row, and how many rows there are is known only afterwards",
      parameters = {
        countries = {
          type = "string[]",
          summary = "Two-letter country codes in capitals; a contact in any of them matches.",
          source = "pages",
        },
        category = { type = "integer", summary = "Id of a business category.", source = "pages" },
        main_activity_only = flag "Only businesses whose main activity is the category.",
        level1_location = opaque "Id of a region or state.",
        level2_location = opaque "Id of a county or department.",
        level3_location = opaque "Id of a city.",
        email = flag "Only contacts with an e-mail address. A flag, not an address.",
        phone_number = flag "Only contacts with a telephone number. A flag, not a number.",
        website = flag "Only contacts with a website. A flag, not an address.",
        export_format = {
          type = "string",
          summary = "Format of the file.",
          enum = { "csv", "excel" },
          default = "csv",
          source = "pages",
        },
      },
      returns = { status = "string", search_id = "any", lead_count = "integer" },
      job = {
        id = "search_id",
        poll = "exports.status",
        argument = "search_id",
        status = "status",
        done = { "completed" },
        failed = { "failed" },
        message = { "error", "message", "detail" },
        timeout = "30m",
      },
      example = [[
local export = spherescout_variant.exports.start { countries = { "JP" }, confirm = true }
print(export.lead_count)]],
    },

    ["exports.status"] = {
      summary = "Reads how far an export is.",
      notes = "The words completed and failed end it. There is no link here.",
      method = "GET",
      path = "/download-status/{search_id}/",
      effect = "read",
      source = "pages",
      parameters = { search_id = search_id },
      returns = { status = "string" },
      example = [[
local export = spherescout_variant.exports.start { countries = { "JP" }, confirm = true }
print(spherescout_variant.exports.status({ search_id = export.id }).status)]],
    },

    ["exports.link"] = {
      summary = "Tells where the file of a completed export is, for some time.",
      notes = "The link grants access by itself: it is fetched without a credential.",
      method = "GET",
      path = "/download-completed-csv/{search_id}/",
      effect = "read",
      source = "pages",
      parameters = { search_id = search_id },
      returns = { download_url = "string" },
      example = [[
local export = spherescout_variant.exports.start { countries = { "JP" }, confirm = true }
export:wait()
print(spherescout_variant.exports.link({ search_id = export.id }).download_url ~= nil)]],
    },
  },
}

-- What would an export cost? Counts the contacts with an e-mail address, country by country.
-- Counting is free.
--
--   prospect-run scripts/find_companies.lua countries=FR,DE,ES category=501

local scout = require "spherescout"

local options = args.parse({ ... }, {
  countries = { "list", help = "two-letter country codes (default: FR,DE,ES)" },
  category = { "integer", help = "id of a SphereScout category (default: every category)" },
})

local rows = parallel.map(options.countries or { "FR", "DE", "ES" }, function(country)
  local found = scout.companies.search {
    countries = { country },
    category = options.category,
    email = true,
  }
  local sample = found.preview[1] or {}
  return { country = country, credits = found.totalCount, sample = sample.name or "" }
end, { concurrency = 4 })

print(report.table(rows, { "country", "credits", "sample" }))
print(("\nbalance: %d credits"):format(scout.account.profile().credits))

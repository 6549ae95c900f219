-- Writes the people that OpenProspect delivered into one CSV file, a row for each.
--
--   prospect-run scripts/delivered_companies.lua since=2026-11-01T00:00:00Z file=november.csv

local prospect = require "openprospect"

local options = args.parse({ ... }, {
  since = { "string", help = "only deliveries after this time (default: all)" },
  file = { "string", default = "delivered.csv", help = "name of the file in the output folder" },
})

local rows = {}
for search in prospect.searches.list() do
  local query = { prospect_search_id = search.id, delivered_since = options.since }
  for company in prospect.deliveries.companies(query) do
    for _, person in ipairs(company.prospects or {}) do
      rows[#rows + 1] = {
        search = search.name,
        company = company.name,
        person = person.full_name,
        title = person.job_title,
        email = person.email,
      }
    end
  end
end

files.write(options.file, csv.format(rows, { "search", "company", "person", "title", "email" }))
print(("%d people in %s"):format(#rows, options.file))

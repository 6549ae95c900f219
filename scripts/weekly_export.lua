-- The weekly export: contacts from SphereScout and deliveries from OpenProspect become leads of
-- ProspectB2B, each person once; then a prospector workflow runs. A second run adds nobody.
--
--   prospect-run scripts/weekly_export.lua countries=FR,DE category=501 max_credits=2000

local scout = require "spherescout"
local prospect = require "openprospect"
local crm = require "prospectb2b"

local options = args.parse({ ... }, {
  countries = { "list", help = "two-letter country codes (default: every country)" },
  category = { "integer", help = "id of a SphereScout category (default: every category)" },
  max_credits = { "integer", default = 10000, help = "the most that the export may cost" },
  searches = { "list", help = "ids of OpenProspect searches (default: every search)" },
  since = { "string", help = "only deliveries after this time, such as 2026-11-01T00:00:00Z" },
  workflow = { "string", help = "id of a ProspectB2B workflow (default: the first active one)" },
})

-- What could be wrong is found out before anything is paid for: the keys, the workflow, the price.
assert(prospect.auth.validate().valid, "OpenProspect does not accept the key")
assert(not crm.me().read_only, "the ProspectB2B key may only read")
local workflow = list.find(crm.workflows.list(), function(workflow)
  return workflow.id == options.workflow or not options.workflow and workflow.status == "active"
end)
assert(workflow, "ProspectB2B has no workflow " .. (options.workflow or "that is active"))

local found = scout.companies.search {
  countries = options.countries,
  category = options.category,
  email = true,
}
local price, balance = found.totalCount, scout.account.profile().credits
assert(price <= math.min(balance, options.max_credits), ("the export costs %d credits, but "
  .. "max_credits is %d and the balance %d"):format(price, options.max_credits, balance))

-- Upserts a lead, each person once from each source. A person is known by the first e-mail address,
-- whatever the case of its letters: the external id made of it is the same from both sources and
-- in every run. Who has no address is known by the id that the source gave.
local people, last_source = 0, {}
local function upsert(source, lead)
  for field, value in pairs(lead) do
    if value == "" or value == json.null then lead[field] = nil end
  end
  local email = (lead.email or ""):match "[^%s,;]+"
  lead.email = email and text.fold(email)
  local id = email and "email:" .. lead.email or lead.external_id
  if not id or last_source[id] == source then return end
  if not last_source[id] then people = people + 1 end
  lead.external_id, last_source[id] = id, source
  crm.leads.upsert(lead)
end

local file = scout.exports.start { search_id = found.search_id }:wait():download "weekly.csv"
parallel.each(csv.rows(file), function(row)
  upsert("SphereScout", {
    email = row.email,
    company_name = row.name,
    phone = row.phone_number,
    website = row.website,
  })
end, { concurrency = 16 })

for _, id in ipairs(options.searches or list.map(prospect.searches.list(), "id")) do
  local deliveries = { prospect_search_id = id, delivered_since = options.since }
  parallel.each(prospect.deliveries.companies(deliveries), function(company)
    for _, person in ipairs(company.prospects or {}) do
      upsert("OpenProspect", {
        external_id = person.id and "openprospect:" .. person.id,
        email = person.email,
        full_name = person.full_name,
        job_title = person.job_title,
        company_name = company.name,
      })
    end
  end, { concurrency = 16 })
end

local run = crm.workflows.run { workflow_id = workflow.id }:wait()
local results = run:results():first(10)
print(("%d people are leads now, %d credits are spent"):format(people, price))
print(("the first results of “%s”:\n"):format(workflow.name))
print(report.table(results, { { "company_name", "company" }, { "lead_id", "lead" } }))

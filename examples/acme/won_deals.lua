-- Opens a deal for each search that finds companies, marks the largest one as won, and shows them all.
--
--   python3 examples/acme/crm.py &
--   ACME_API_KEY=demo scripts/prospect-run --sandbox --provider acme examples/acme/won_deals.lua

local acme = require "acme"
local scout = require "spherescout"

local largest
for _, country in ipairs { "FR", "DE", "JP" } do
  local found = scout.companies.search { countries = { country } }
  local deal = acme.deals.create { name = "Companies in " .. country, amount = found.totalCount }
  if not largest or deal.amount > largest.amount then largest = deal end
end
acme.deals.update { id = largest.id, stage = "won" }

print(report.table(acme.deals.list():collect(), { "name", "amount", "stage" }))

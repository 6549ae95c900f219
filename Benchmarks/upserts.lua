-- Upserts leads into ProspectB2B, 16 at a time, and prints how many that were a second.

local crm = require "prospectb2b"
local count = tonumber((...)) or 20000

-- Yields the leads one by one: no more of them than are under way exist at a time.
local function leads()
  local made = 0
  return function()
    if made == count then return nil end
    made = made + 1
    return {
      external_id = "bench:" .. made,
      email = ("person%d@example.com"):format(made),
      full_name = "Ada Lovelace",
      company_name = "Analytical Engine Inc.",
    }
  end
end

local started = time.now()
parallel.each(leads(), crm.leads.upsert, { concurrency = 16 })
print(("%.0f"):format(count / (time.now() - started)))

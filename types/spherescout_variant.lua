---@meta spherescout_variant
-- Written by prospect-run; changes are lost.

--- SphereScout (variant host)
---@class spherescout_variant
local spherescout_variant = {}

---@class spherescout_variant.exports
spherescout_variant.exports = {}

---@class spherescout_variant.locations
spherescout_variant.locations = {}

---@class spherescout_variant.exports.link.Arguments
---@field search_id any The `search_id` of `exports.start`.

---@class spherescout_variant.exports.link.Result
---@field download_url? string

--- Tells where the file of a completed export is, for some time.
---
--- The link grants access by itself: it is fetched without a credential.
---
--- read: changes nothing; repeated after a lost answer.
---@param arguments spherescout_variant.exports.link.Arguments
---@return spherescout_variant.exports.link.Result
function spherescout_variant.exports.link(arguments) end

---@class spherescout_variant.exports.start.Arguments
---@field category? integer Id of a business category.
---@field countries? string[] Two-letter country codes in capitals; a contact in any of them matches.
---@field email? boolean Only contacts with an e-mail address. A flag, not an address.
---@field export_format? "csv"|"excel" Format of the file. (default csv)
---@field level1_location? any Id of a region or state.
---@field level2_location? any Id of a county or department.
---@field level3_location? any Id of a city.
---@field main_activity_only? boolean Only businesses whose main activity is the category.
---@field phone_number? boolean Only contacts with a telephone number. A flag, not a number.
---@field website? boolean Only contacts with a website. A flag, not an address.
---@field confirm true one credit is spent for each row, and how many rows there are is known only afterwards

---@class spherescout_variant.exports.start.Result
---@field lead_count? integer
---@field search_id? any
---@field status? string

---@class spherescout_variant.exports.start.Job: prospect.Job, spherescout_variant.exports.start.Result
---@field wait fun(self: spherescout_variant.exports.start.Job, options?: prospect.WaitOptions): spherescout_variant.exports.start.Job

--- Orders the file of all contacts that match every filter; one credit for each row is spent here.
---
--- It takes the filters themselves, and only its answer says in `lead_count` how many rows they
--- match: ask `companies.search` of the main host first. With too few credits it fails with the
--- code insufficient_credits and nothing is spent. When the job is done, `exports.link` tells where
--- the file is.
---
--- reconciled: costs something each time; repeated only when it certainly did not arrive.
--- Cost: 1 credit a row.
--- Confirm = true is needed: one credit is spent for each row, and how many rows there are is known
--- only afterwards.
---@param arguments spherescout_variant.exports.start.Arguments
---@return spherescout_variant.exports.start.Job
function spherescout_variant.exports.start(arguments) end

--- Picks up a job that `exports.start` started in another recipe, or in an earlier run.
---@param job string|{ id: string } its id
---@return spherescout_variant.exports.start.Job
function spherescout_variant.exports.job(job) end

---@class spherescout_variant.exports.status.Arguments
---@field search_id any The `search_id` of `exports.start`.

---@class spherescout_variant.exports.status.Result
---@field status? string

--- Reads how far an export is.
---
--- The words completed and failed end it. There is no link here.
---
--- read: changes nothing; repeated after a lost answer.
---@param arguments spherescout_variant.exports.status.Arguments
---@return spherescout_variant.exports.status.Result
function spherescout_variant.exports.status(arguments) end

---@class spherescout_variant.locations.level1.Arguments
---@field country? string Two-letter code of one country, in capitals. (2 to 2 characters)
---@field ids? any Ids of the locations to look up: one, or a list.

---@class spherescout_variant.locations.level1.Result
---@field count? integer
---@field locations? table<string, any>[]

--- Lists the regions or states of a country.
---
--- All of them, not only 10. An answer is a list, or an object with `count` and `locations`: which
--- one, is not documented.
---
--- read: changes nothing; repeated after a lost answer.
---@param arguments? spherescout_variant.locations.level1.Arguments
---@return spherescout_variant.locations.level1.Result
function spherescout_variant.locations.level1(arguments) end

---@class spherescout_variant.locations.level2.Arguments
---@field country? string Two-letter code of one country, in capitals. (2 to 2 characters)
---@field ids? any Ids of the locations to look up: one, or a list.
---@field states? any Ids of level1 locations: one, or a list.

---@class spherescout_variant.locations.level2.Result
---@field count? integer
---@field locations? table<string, any>[]

--- Lists the counties or departments of a country, or of some of its states.
---
--- All of them, not only 10. An answer is a list, or an object with `count` and `locations`: which
--- one, is not documented.
---
--- read: changes nothing; repeated after a lost answer.
---@param arguments? spherescout_variant.locations.level2.Arguments
---@return spherescout_variant.locations.level2.Result
function spherescout_variant.locations.level2(arguments) end

---@class spherescout_variant.locations.level3.Arguments
---@field counties? any Ids of level2 locations: one, or a list.
---@field country? string Two-letter code of one country, in capitals. (2 to 2 characters)
---@field ids? any Ids of the locations to look up: one, or a list.

---@class spherescout_variant.locations.level3.Result
---@field count? integer
---@field locations? table<string, any>[]

--- Lists the cities of a country, or of some of its counties.
---
--- All of them, not only 10. An answer is a list, or an object with `count` and `locations`: which
--- one, is not documented.
---
--- read: changes nothing; repeated after a lost answer.
---@param arguments? spherescout_variant.locations.level3.Arguments
---@return spherescout_variant.locations.level3.Result
function spherescout_variant.locations.level3(arguments) end

return spherescout_variant

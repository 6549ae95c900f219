---@meta spherescout
-- Written by prospect-run; changes are lost.

--- SphereScout
---@class spherescout
local spherescout = {}

---@class spherescout.account
spherescout.account = {}

---@class spherescout.companies
spherescout.companies = {}

---@class spherescout.exports
spherescout.exports = {}

--- Reads the account and its remaining credits.
---
--- read: changes nothing; repeated after a lost answer.
---@return table<string, any>
function spherescout.account.profile() end

---@class spherescout.companies.search.Arguments
---@field category? integer Id of a business category.
---@field countries? string[] Two-letter country codes; a contact in any of them matches.
---@field email? boolean Only contacts with an e-mail address. A flag, not an address.
---@field level1_location? any Id of a region or state.
---@field level2_location? any Id of a county or department.
---@field level3_location? any Id of a city.
---@field main_activity_only? boolean Only businesses whose main activity is the category.
---@field page? integer Number of the page, counted from 1, together with `paginate`. (at least 1)
---@field paginate? boolean Answers with pages of 50 rows instead of a sample of at most 10.
---@field phone_number? boolean Only contacts with a telephone number. A flag, not a number.
---@field website? boolean Only contacts with a website. A flag, not an address.

--- Counts the contacts that match every filter, shows a few of them without their e-mail addresses,
--- and remembers the search under `search_id` for an export.
---
--- read: changes nothing; repeated after a lost answer.
---@param arguments? spherescout.companies.search.Arguments
---@return table<string, any>
function spherescout.companies.search(arguments) end

---@class spherescout.exports.start.Arguments
---@field search_id string The `search_id` of `companies.search`.
---@field export_format? "csv"|"excel" Format of the file; `csv` when absent.

---@class spherescout.exports.start.Job: prospect.Job
---@field wait fun(self: spherescout.exports.start.Job, options?: prospect.WaitOptions): spherescout.exports.start.Job

--- Orders the file of a search; the credits are spent here, one for each row.
---
--- reconciled: costs something each time; repeated only when it certainly did not arrive.
--- Cost: 1 credit a row.
---@param arguments spherescout.exports.start.Arguments
---@return spherescout.exports.start.Job
function spherescout.exports.start(arguments) end

---@class spherescout.exports.status.Arguments
---@field task_id string The `task_id` of `exports.start`.

--- Reads how far an export is, and where its file lies once it is ready.
---
--- read: changes nothing; repeated after a lost answer.
---@param arguments spherescout.exports.status.Arguments
---@return table<string, any>
function spherescout.exports.status(arguments) end

return spherescout

---@meta spherescout
-- Written by prospect-run; changes are lost.

--- SphereScout
---@class spherescout
local spherescout = {}

---@class spherescout.account
spherescout.account = {}

---@class spherescout.api_keys
spherescout.api_keys = {}

---@class spherescout.auth
spherescout.auth = {}

---@class spherescout.categories
spherescout.categories = {}

---@class spherescout.companies
spherescout.companies = {}

---@class spherescout.countries
spherescout.countries = {}

---@class spherescout.exports
spherescout.exports = {}

---@class spherescout.history
spherescout.history = {}

---@class spherescout.locations
spherescout.locations = {}

---@class spherescout.professions
spherescout.professions = {}

---@class spherescout.account.profile.Result
---@field credits? integer
---@field email? string
---@field first_name? string
---@field id? any
---@field last_name? string
---@field plan? string

--- Reads the account and its remaining credits.
---
--- The balance is documented, its name is not: read `credits`, else `credit_balance`,
--- `remaining_credits` or `available_credits`.
---
--- read: changes nothing; repeated after a lost answer.
---@return spherescout.account.profile.Result
function spherescout.account.profile() end

---@class spherescout.api_keys.create.Arguments
---@field expiry? string|prospect.Null When the key ends; without it, it has no end. (inferred)

---@class spherescout.api_keys.create.Result
---@field created? string
---@field expiry? string
---@field id? any
---@field token? prospect.Secret
---@field token_key? string

--- Creates an API key; the whole key is in this one answer and never again.
---
--- The key comes back as a secret, which a recipe can store or hand on but not print. After a lost
--- answer nobody knows whether a key exists: look at `api_keys.list` and delete the one that nobody
--- has. The name of the key and of its expiry are not documented.
---
--- unrepeatable: happens again each time; after a lost answer a person must look, it is never
--- repeated.
---@param arguments? spherescout.api_keys.create.Arguments
---@return spherescout.api_keys.create.Result
function spherescout.api_keys.create(arguments) end

---@class spherescout.api_keys.delete.Arguments
---@field key_id any The `id` of a key of `api_keys.list`, not its `token_key`.

--- Revokes an API key for good, at once.
---
--- The key that a run itself uses can be revoked, too; the next call is then refused.
---
--- natural: doing it twice changes nothing more; repeated after a lost answer.
---@param arguments spherescout.api_keys.delete.Arguments
---@return table<string, any>
function spherescout.api_keys.delete(arguments) end

---@class spherescout.api_keys.list.Result
---@field created? string
---@field expiry? string
---@field id? any
---@field token_key? string

--- Lists the API keys of the account, never with their secret.
---
--- A key's `id` is what `api_keys.delete` takes; its `token_key`, the leading characters, is only
--- for people.
---
--- read: changes nothing; repeated after a lost answer.
---@return spherescout.api_keys.list.Result
function spherescout.api_keys.list() end

---@class spherescout.auth.login.Arguments
---@field password string Password of the account. (at least 1 character)
---@field username string E-mail address of the account. (at least 1 character)

---@class spherescout.auth.login.Result
---@field access? prospect.Secret
---@field refresh? prospect.Secret
---@field user? table<string, any>

--- Exchanges an account's e-mail address and password for an access and a refresh token.
---
--- Recipes need not call it: the runtime logs in by itself when the environment has a name and a
--- password and no API key. The tokens come back as secrets. How long they live is not documented;
--- an access token is short-lived.
---
--- read: changes nothing; repeated after a lost answer.
---@param arguments spherescout.auth.login.Arguments
---@return spherescout.auth.login.Result
function spherescout.auth.login(arguments) end

---@class spherescout.auth.refresh.Arguments
---@field refresh string|prospect.Secret The refresh token of `auth.login`. (may be a secret; at least 1 character; inferred)

---@class spherescout.auth.refresh.Result
---@field access? prospect.Secret
---@field refresh? prospect.Secret

--- Exchanges a refresh token for a new access token.
---
--- When the answer holds a refresh token too, it takes the place of the old one, which may be
--- worthless from then on. A 401 means that a new login is needed.
---
--- unrepeatable: happens again each time; after a lost answer a person must look, it is never
--- repeated.
---@param arguments spherescout.auth.refresh.Arguments
---@return spherescout.auth.refresh.Result
function spherescout.auth.refresh(arguments) end

---@class spherescout.categories.list.Arguments
---@field limit? integer The most rows. (at least 1)
---@field q? string An English word; names in other languages are searched, too.

---@class spherescout.categories.list.Result
---@field gcid? string
---@field id? integer
---@field match_rank? integer
---@field matched_field? string
---@field matched_value? string
---@field name? string

--- Lists the business categories with their ids, or those that a word finds.
---
--- Without `q` it is the whole catalogue, which is large. With `q`, each row says how well it
--- matched: the lower its `match_rank`, the better.
---
--- read: changes nothing; repeated after a lost answer.
---@param arguments? spherescout.categories.list.Arguments
---@return spherescout.categories.list.Result
function spherescout.categories.list(arguments) end

---@class spherescout.companies.list.Arguments
---@field category? integer Id of a category from `categories.list`.
---@field countries? string[] Two-letter country codes in capitals; a contact in any of them matches.
---@field email? boolean Only contacts with an e-mail address. A flag, not an address.
---@field level1_location? any Id of a region or state from `locations.search`.
---@field level2_location? any Id of a county or department from `locations.search`.
---@field level3_location? any Id of a city from `locations.search`.
---@field main_activity_only? boolean Only businesses whose main activity is the category.
---@field page? integer Number of the page, counted from 1. (at least 1; default 1)
---@field phone_number? boolean Only contacts with a telephone number. A flag, not a number.
---@field website? boolean Only contacts with a website. A flag, not an address.

---@class spherescout.companies.list.Item
---@field category? string
---@field city? string
---@field country? string
---@field id? any
---@field level2_location? string
---@field name? string
---@field phone_number? any
---@field website? string

---@class spherescout.companies.list.List: prospect.List
---@field next fun(self: spherescout.companies.list.List): spherescout.companies.list.Item?
---@field pages fun(self: spherescout.companies.list.List): fun(): spherescout.companies.list.Item[]?
---@field first fun(self: spherescout.companies.list.List, n: integer): spherescout.companies.list.Item[]
---@field collect fun(self: spherescout.companies.list.List): spherescout.companies.list.Item[]
---@overload fun(): spherescout.companies.list.Item?

--- Lists the contacts that match every filter, without their e-mail addresses.
---
--- It is `companies.search` in pages of 50, free like that; e-mail addresses are in an export only.
---
--- read: changes nothing; repeated after a lost answer.
---@param arguments? spherescout.companies.list.Arguments
---@return spherescout.companies.list.List
function spherescout.companies.list(arguments) end

---@class spherescout.companies.preview.Arguments
---@field category? integer Id of a category from `categories.list`.
---@field countries? string[] Two-letter country codes in capitals; a contact in any of them matches.
---@field email? boolean Only contacts with an e-mail address. A flag, not an address.
---@field level1_location? any Id of a region or state from `locations.search`.
---@field level2_location? any Id of a county or department from `locations.search`.
---@field level3_location? any Id of a city from `locations.search`.
---@field main_activity_only? boolean Only businesses whose main activity is the category.
---@field phone_number? boolean Only contacts with a telephone number. A flag, not a number.
---@field website? boolean Only contacts with a website. A flag, not an address.

---@class spherescout.companies.preview.Result
---@field preview? table<string, any>[]
---@field totalCount? integer

--- Counts the contacts that match every filter and shows a few, without an account.
---
--- There is no `search_id` in the answer, hence no export of it. How many rows it shows is not
--- documented.
---
--- read: changes nothing; repeated after a lost answer.
---@param arguments? spherescout.companies.preview.Arguments
---@return spherescout.companies.preview.Result
function spherescout.companies.preview(arguments) end

---@class spherescout.companies.search.Arguments
---@field category? integer Id of a category from `categories.list`.
---@field countries? string[] Two-letter country codes in capitals; a contact in any of them matches.
---@field email? boolean Only contacts with an e-mail address. A flag, not an address.
---@field level1_location? any Id of a region or state from `locations.search`.
---@field level2_location? any Id of a county or department from `locations.search`.
---@field level3_location? any Id of a city from `locations.search`.
---@field main_activity_only? boolean Only businesses whose main activity is the category.
---@field page? integer Number of the page, counted from 1. (at least 1; default 1)
---@field paginate? boolean Answers with one page of 50 rows; `companies.list` does so by itself.
---@field phone_number? boolean Only contacts with a telephone number. A flag, not a number.
---@field website? boolean Only contacts with a website. A flag, not an address.

---@class spherescout.companies.search.Result
---@field categories? string[]
---@field cities? string[]
---@field count? integer
---@field next? string
---@field page? integer
---@field preview? table<string, any>[]
---@field previous? string
---@field search_id? string
---@field totalCount? integer
---@field zipCodes? string[]

--- Counts the contacts that match every filter, shows a few of them without their e-mail addresses,
--- and remembers the search under `search_id` for an export.
---
--- Filters narrow; the values of one filter add up. `totalCount` is the number of rows, and so the
--- price, of an export; `preview` is a sample of at most 10. `email`, `phone_number` and `website`
--- are flags. There is no `page_size`.
---
--- read: changes nothing; repeated after a lost answer.
---@param arguments? spherescout.companies.search.Arguments
---@return spherescout.companies.search.Result
function spherescout.companies.search(arguments) end

---@class spherescout.countries.list.Result
---@field alpha2? string
---@field name? string

--- Lists the countries that the database covers.
---
--- Look here first when a place cannot be found: an uncovered country and a place that does not
--- exist look the same. The names of the fields are not documented.
---
--- read: changes nothing; repeated after a lost answer.
---@return spherescout.countries.list.Result
function spherescout.countries.list() end

---@class spherescout.exports.start.Arguments
---@field search_id string The `search_id` of `companies.search`. (at least 1 character)
---@field export_format? "csv"|"excel" Format of the file. (default csv)

---@class spherescout.exports.start.Result
---@field download_url? string
---@field error? string
---@field status? string
---@field task_id? string

---@class spherescout.exports.start.Job: prospect.Job, spherescout.exports.start.Result
---@field wait fun(self: spherescout.exports.start.Job, options?: prospect.WaitOptions): spherescout.exports.start.Job

--- Orders the file of a search; the credits are spent here, one for each row.
---
--- The search holds the filters, so none are sent again. With too few credits the call fails with
--- the code insufficient_credits and nothing is spent: narrow the search. A job that failed is not
--- to be started again without knowing why. The download link works for 30 days; afterwards a new
--- export, from the `search_id` in `history.list`, may cost the full price again. The columns of
--- the file are not documented: go by the header's names.
---
--- reconciled: costs something each time; repeated only when it certainly did not arrive.
--- Cost: 1 credit a row.
---@param arguments spherescout.exports.start.Arguments
---@return spherescout.exports.start.Job
function spherescout.exports.start(arguments) end

--- Picks up a job that `exports.start` started in another recipe, or in an earlier run.
---@param job string|{ id: string } its id
---@return spherescout.exports.start.Job
function spherescout.exports.job(job) end

---@class spherescout.exports.status.Arguments
---@field task_id string The `task_id` of `exports.start` or `history.delta`. (at least 1 character)

---@class spherescout.exports.status.Result
---@field download_url? string
---@field error? string
---@field status? string
---@field task_id? string

--- Reads how far an export is, and where its file lies once it is ready.
---
--- The words are pending, processing, ready and failed. The link grants access by itself: it is
--- fetched without a credential.
---
--- read: changes nothing; repeated after a lost answer.
---@param arguments spherescout.exports.status.Arguments
---@return spherescout.exports.status.Result
function spherescout.exports.status(arguments) end

---@class spherescout.history.delta.Arguments
---@field id any The `id` of an entry of `history.list`; neither a `search_id` nor a `task_id`.

---@class spherescout.history.delta.Result
---@field download_url? string
---@field new_count? integer
---@field status? string
---@field task_id? string

---@class spherescout.history.delta.Job: prospect.Job, spherescout.history.delta.Result
---@field wait fun(self: spherescout.history.delta.Job, options?: prospect.WaitOptions): spherescout.history.delta.Job

--- Orders the file of the contacts that are new since a past export; one credit for each new row is
--- spent here.
---
--- When nothing is new, nothing is spent, and the job is done and has no file. Whether the answer
--- is a job, a link or the file itself, and what it costs, is not documented.
---
--- reconciled: costs something each time; repeated only when it certainly did not arrive.
--- Cost: 1 credit a row.
---@param arguments spherescout.history.delta.Arguments
---@return spherescout.history.delta.Job
function spherescout.history.delta(arguments) end

--- Picks up a job that `history.delta` started in another recipe, or in an earlier run.
---@param job string|{ id: string } its id
---@return spherescout.history.delta.Job
function spherescout.history.job(job) end

---@class spherescout.history.freshness.Arguments
---@field id any The `id` of an entry of `history.list`; neither a `search_id` nor a `task_id`.

---@class spherescout.history.freshness.Result
---@field has_new? boolean
---@field id? any
---@field last_exported_at? string
---@field new_count? integer

--- Tells whether a past search would now find contacts that its export did not have.
---
--- It is free, and tells what `history.delta` will cost. The fields are not documented.
---
--- read: changes nothing; repeated after a lost answer.
---@param arguments spherescout.history.freshness.Arguments
---@return spherescout.history.freshness.Result
function spherescout.history.freshness(arguments) end

---@class spherescout.history.list.Arguments
---@field page? integer Number of the page, counted from 1. (at least 1; default 1)

---@class spherescout.history.list.Item
---@field created_at? string
---@field download_url? string
---@field expires_at? string
---@field filters? table<string, any>
---@field id? any
---@field search_id? string
---@field status? string
---@field task_id? string
---@field total_count? integer

---@class spherescout.history.list.List: prospect.List
---@field next fun(self: spherescout.history.list.List): spherescout.history.list.Item?
---@field pages fun(self: spherescout.history.list.List): fun(): spherescout.history.list.Item[]?
---@field first fun(self: spherescout.history.list.List, n: integer): spherescout.history.list.Item[]
---@field collect fun(self: spherescout.history.list.List): spherescout.history.list.Item[]
---@overload fun(): spherescout.history.list.Item?

--- Lists the past exports of the account, the newest first.
---
--- Order and fields are not documented. An entry's `search_id` can be exported again; its `id` is
--- for `history.freshness` and `history.delta`.
---
--- read: changes nothing; repeated after a lost answer.
---@param arguments? spherescout.history.list.Arguments
---@return spherescout.history.list.List
function spherescout.history.list(arguments) end

---@class spherescout.locations.search.Arguments
---@field q string The name of a place, alone. (at least 1 character)
---@field counties? any Ids of the level2 locations to search inside: one, or a list.
---@field country? string Two-letter code of one country, in capitals. (2 to 2 characters)
---@field states? any Ids of the level1 locations to search inside: one, or a list.

---@class spherescout.locations.search.Result
---@field count? integer
---@field locations? table<string, any>[]

--- Finds regions, counties and cities by name.
---
--- At most 10 hits of each type, so the list may lack some. `q` is a bare name: “Austin, Texas”
--- finds nothing; narrow with `states` and `counties`, which take ids. The id of a hit of type
--- level2 goes into `level2_location`. A parent's count contains its children. It is `country`
--- here, and `countries` in a search.
---
--- read: changes nothing; repeated after a lost answer.
---@param arguments spherescout.locations.search.Arguments
---@return spherescout.locations.search.Result
function spherescout.locations.search(arguments) end

---@class spherescout.professions.list.Result
---@field count? integer
---@field id? any
---@field name? string
---@field subcategories? table<string, any>[]

--- Lists the professions with their subcategories.
---
--- What a row holds is not documented.
---
--- read: changes nothing; repeated after a lost answer.
---@return spherescout.professions.list.Result
function spherescout.professions.list() end

return spherescout

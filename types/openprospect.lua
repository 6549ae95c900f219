---@meta openprospect
-- Written by prospect-run; changes are lost.

--- OpenProspect
---@class openprospect
local openprospect = {}

---@class openprospect.auth
openprospect.auth = {}

---@class openprospect.blacklists
openprospect.blacklists = {}

---@class openprospect.companies
openprospect.companies = {}

---@class openprospect.deliveries
openprospect.deliveries = {}

---@class openprospect.orders
openprospect.orders = {}

---@class openprospect.profiles
openprospect.profiles = {}

---@class openprospect.prospects
openprospect.prospects = {}

---@class openprospect.searches
openprospect.searches = {}

---@class openprospect.auth.validate.Result
---@field scopes? string[]
---@field valid? boolean

--- Checks the API key and lists its scopes.
---
--- Any active key may ask. Look at `valid` too: the documents do not say that an unusable key
--- always answers 401.
---
--- read: changes nothing; repeated after a lost answer.
---@return openprospect.auth.validate.Result
function openprospect.auth.validate() end

---@class openprospect.blacklists.add_entries.Arguments.entries
---@field city? string|prospect.Null Its city.
---@field company_name? string|prospect.Null Its name.
---@field external_id? string|prospect.Null Your own id of the company.
---@field website_url? string|prospect.Null Its web site.

---@class openprospect.blacklists.add_entries.Arguments
---@field blacklist_id string Id of a blacklist from `blacklists.list`. (at least 1 character)
---@field entries openprospect.blacklists.add_entries.Arguments.entries[] The companies, each with at least one of the fields. (1 to 10000 elements; inferred)

--- Adds up to 10,000 companies to a blacklist.
---
--- A company is kept out when its `external_id` is equal, else the domain of `website_url`, else
--- `company_name` with `city`, else `company_name` alone: the more of them an entry has, the
--- better.
---
--- unrepeatable: happens again each time; after a lost answer a person must look, it is never
--- repeated.
--- Scopes: blacklists:write.
---@param arguments openprospect.blacklists.add_entries.Arguments
---@return table<string, any>
function openprospect.blacklists.add_entries(arguments) end

---@class openprospect.blacklists.create.Arguments
---@field name string Name of the blacklist. (at least 1 character)
---@field description? string|prospect.Null What it is for.

---@class openprospect.blacklists.create.Result
---@field description? string
---@field id? string
---@field name? string

--- Creates an empty blacklist.
---
--- unrepeatable: happens again each time; after a lost answer a person must look, it is never
--- repeated.
--- Scopes: blacklists:write.
---@param arguments openprospect.blacklists.create.Arguments
---@return openprospect.blacklists.create.Result
function openprospect.blacklists.create(arguments) end

---@class openprospect.blacklists.delete.Arguments
---@field blacklist_id string Id of a blacklist from `blacklists.list`. (at least 1 character)

--- Deletes a blacklist with its entries.
---
--- What that means for the searches that it is attached to is not documented.
---
--- natural: doing it twice changes nothing more; repeated after a lost answer.
--- Scopes: blacklists:write.
---@param arguments openprospect.blacklists.delete.Arguments
---@return table<string, any>
function openprospect.blacklists.delete(arguments) end

---@class openprospect.blacklists.entries.Arguments
---@field blacklist_id string Id of a blacklist from `blacklists.list`. (at least 1 character)
---@field limit? integer Rows in one page; 100 when absent. (1 to 100)
---@field offset? integer Rows to skip before the first page. (at least 0)

---@class openprospect.blacklists.entries.Item
---@field city? string
---@field company_name? string
---@field external_id? string
---@field id? string
---@field website_url? string

---@class openprospect.blacklists.entries.List: prospect.List
---@field next fun(self: openprospect.blacklists.entries.List): openprospect.blacklists.entries.Item?
---@field pages fun(self: openprospect.blacklists.entries.List): fun(): openprospect.blacklists.entries.Item[]?
---@field first fun(self: openprospect.blacklists.entries.List, n: integer): openprospect.blacklists.entries.Item[]
---@field collect fun(self: openprospect.blacklists.entries.List): openprospect.blacklists.entries.Item[]
---@overload fun(): openprospect.blacklists.entries.Item?

--- Lists the entries of a blacklist.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: blacklists:read.
---@param arguments openprospect.blacklists.entries.Arguments
---@return openprospect.blacklists.entries.List
function openprospect.blacklists.entries(arguments) end

---@class openprospect.blacklists.get.Arguments
---@field blacklist_id string Id of a blacklist from `blacklists.list`. (at least 1 character)

---@class openprospect.blacklists.get.Result
---@field description? string
---@field id? string
---@field name? string

--- Reads one blacklist, without its entries.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: blacklists:read.
---@param arguments openprospect.blacklists.get.Arguments
---@return openprospect.blacklists.get.Result
function openprospect.blacklists.get(arguments) end

---@class openprospect.blacklists.list.Arguments
---@field limit? integer Rows in one page; 100 when absent. (1 to 100)
---@field offset? integer Rows to skip before the first page. (at least 0)

---@class openprospect.blacklists.list.Item
---@field description? string
---@field id? string
---@field name? string

---@class openprospect.blacklists.list.List: prospect.List
---@field next fun(self: openprospect.blacklists.list.List): openprospect.blacklists.list.Item?
---@field pages fun(self: openprospect.blacklists.list.List): fun(): openprospect.blacklists.list.Item[]?
---@field first fun(self: openprospect.blacklists.list.List, n: integer): openprospect.blacklists.list.Item[]
---@field collect fun(self: openprospect.blacklists.list.List): openprospect.blacklists.list.Item[]
---@overload fun(): openprospect.blacklists.list.Item?

--- Lists the blacklists of the account.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: blacklists:read.
---@param arguments? openprospect.blacklists.list.Arguments
---@return openprospect.blacklists.list.List
function openprospect.blacklists.list(arguments) end

---@class openprospect.blacklists.remove_entries.Arguments
---@field blacklist_id string Id of a blacklist from `blacklists.list`. (at least 1 character)
---@field entry_ids string[] Ids of entries from `blacklists.entries`. (at least 1 element; inferred)

--- Removes entries from a blacklist by their ids.
---
--- How the ids travel is inferred: in the body of a DELETE.
---
--- natural: doing it twice changes nothing more; repeated after a lost answer.
--- Scopes: blacklists:write.
---@param arguments openprospect.blacklists.remove_entries.Arguments
---@return table<string, any>
function openprospect.blacklists.remove_entries(arguments) end

---@class openprospect.blacklists.update.Arguments
---@field blacklist_id string Id of a blacklist from `blacklists.list`. (at least 1 character)
---@field description? string|prospect.Null New description; `json.null` removes it.
---@field name? string New name. (at least 1 character)

---@class openprospect.blacklists.update.Result
---@field description? string
---@field id? string
---@field name? string

--- Changes the name or the description of a blacklist.
---
--- natural: doing it twice changes nothing more; repeated after a lost answer.
--- Scopes: blacklists:write.
--- At least one of name, description.
---@param arguments openprospect.blacklists.update.Arguments
---@return openprospect.blacklists.update.Result
function openprospect.blacklists.update(arguments) end

---@class openprospect.companies.get.Arguments
---@field company_id string Id of a company, delivered or listed. (at least 1 character)

---@class openprospect.companies.get.Result
---@field business_type? string
---@field city? string
---@field country? string
---@field id? string
---@field match_score? number
---@field name? string
---@field prospect_search_id? string
---@field review_status? string
---@field website? string

--- Reads one company.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: companies:read.
---@param arguments openprospect.companies.get.Arguments
---@return openprospect.companies.get.Result
function openprospect.companies.get(arguments) end

---@class openprospect.companies.jobs.Arguments
---@field company_id string Id of a company, delivered or listed. (at least 1 character)

--- Lists the open positions of a company.
---
--- What a position holds is not documented. The answer is not a page: it holds all of them.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: companies:read.
---@param arguments openprospect.companies.jobs.Arguments
---@return table<string, any>
function openprospect.companies.jobs(arguments) end

---@class openprospect.companies.jobs_summary.Arguments
---@field company_id string Id of a company, delivered or listed. (at least 1 character)

--- Sums up how a company hires.
---
--- What the answer holds is not documented.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: companies:read.
---@param arguments openprospect.companies.jobs_summary.Arguments
---@return table<string, any>
function openprospect.companies.jobs_summary(arguments) end

---@class openprospect.companies.list.Arguments
---@field prospect_search_id string Id of a search from `searches.list`. (at least 1 character)
---@field limit? integer Rows in one page; 100 when absent. (1 to 100)
---@field min_match_score? number Only companies that match at least so well. (0 to 10)
---@field offset? integer Rows to skip before the first page. (at least 0)
---@field review_status? "accepted"|"rejected"|"pending" Only companies in this state; prefer `review_status_list`.
---@field review_status_list? ("accepted"|"rejected"|"pending")[] Only companies in one of these states; wins over `review_status`.
---@field search? string Text in the name, city, business type or contacts.

---@class openprospect.companies.list.Item
---@field business_type? string
---@field city? string
---@field country? string
---@field id? string
---@field match_score? number
---@field name? string
---@field prospect_search_id? string
---@field review_status? string
---@field website? string

---@class openprospect.companies.list.List: prospect.List
---@field next fun(self: openprospect.companies.list.List): openprospect.companies.list.Item?
---@field pages fun(self: openprospect.companies.list.List): fun(): openprospect.companies.list.Item[]?
---@field first fun(self: openprospect.companies.list.List, n: integer): openprospect.companies.list.Item[]
---@field collect fun(self: openprospect.companies.list.List): openprospect.companies.list.Item[]
---@overload fun(): openprospect.companies.list.Item?

--- Lists the companies that a prospect search found, delivered or not.
---
--- All parameters come from the oldest documents.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: companies:read.
---@param arguments openprospect.companies.list.Arguments
---@return openprospect.companies.list.List
function openprospect.companies.list(arguments) end

---@class openprospect.companies.webtech.Arguments
---@field company_id string Id of a company, delivered or listed. (at least 1 character)

--- Lists the technologies that a company's web site uses.
---
--- What a technology holds is not documented. The answer is not a page: it holds all of them.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: companies:read.
---@param arguments openprospect.companies.webtech.Arguments
---@return table<string, any>
function openprospect.companies.webtech(arguments) end

---@class openprospect.companies.webtech_summary.Arguments
---@field company_id string Id of a company, delivered or listed. (at least 1 character)

--- Sums up the technologies that a company's web site uses.
---
--- What the answer holds is not documented.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: companies:read.
---@param arguments openprospect.companies.webtech_summary.Arguments
---@return table<string, any>
function openprospect.companies.webtech_summary(arguments) end

---@class openprospect.deliveries.add_destination.Arguments
---@field delivery_id string Id of the delivery; no operation lists them. (at least 1 character)
---@field type "webhook" Kind of the destination.
---@field url string Where events are posted to. (at least 1 character)
---@field auth_token? string Token that comes with each event, in its Authorization header.
---@field auth_type? "bearer" How events prove where they come from.

--- Registers a webhook to which each qualified company is pushed.
---
--- No longer documented; expect 404 in production. Pulling `deliveries.companies` is the documented
--- way. Which scope it needs, and what its answer holds, is unknown.
---
--- unrepeatable: happens again each time; after a lost answer a person must look, it is never
--- repeated.
---@deprecated
---@param arguments openprospect.deliveries.add_destination.Arguments
---@return table<string, any>
function openprospect.deliveries.add_destination(arguments) end

---@class openprospect.deliveries.companies.Arguments
---@field prospect_search_id string Id of a search from `searches.list`. (at least 1 character)
---@field delivered_since? string Only companies delivered after this instant; everything when absent.
---@field limit? integer Rows in one page; 100 when absent. (1 to 100)
---@field offset? integer Rows to skip before the first page. (at least 0)

---@class openprospect.deliveries.companies.Item
---@field id? string
---@field name? string
---@field prospects? table<string, any>[]

---@class openprospect.deliveries.companies.List: prospect.List
---@field next fun(self: openprospect.deliveries.companies.List): openprospect.deliveries.companies.Item?
---@field pages fun(self: openprospect.deliveries.companies.List): fun(): openprospect.deliveries.companies.Item[]?
---@field first fun(self: openprospect.deliveries.companies.List, n: integer): openprospect.deliveries.companies.Item[]
---@field collect fun(self: openprospect.deliveries.companies.List): openprospect.deliveries.companies.Item[]
---@overload fun(): openprospect.deliveries.companies.Item?

--- Lists the companies delivered for a prospect search, each with its `prospects`.
---
--- No company says when it was delivered. For an incremental sync take the time before the first
--- page, go back a few minutes, and keep it once everything is stored; then `delivered_since`
--- misses nobody, and some companies come twice. The order is not documented.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: companies:read, prospects:read.
---@param arguments openprospect.deliveries.companies.Arguments
---@return openprospect.deliveries.companies.List
function openprospect.deliveries.companies(arguments) end

---@class openprospect.health.Result
---@field service? string
---@field status? string

--- Says whether the service is up.
---
--- Named by the oldest documents only, outside /api/v1.
---
--- read: changes nothing; repeated after a lost answer.
---@deprecated
---@return openprospect.health.Result
function openprospect.health() end

---@class openprospect.orders.create.Arguments.companies
---@field city? string Its city.
---@field company_name string Name of the company. (at least 1 character)
---@field country? string Its country, by name: not a code, unlike `target_countries`.
---@field external_id? string Your own id of it; comes back as `source_id`.
---@field website_url? string Its web site.

---@class openprospect.orders.create.Arguments
---@field profile_id string The `profile_id` of a creation that succeeded. (at least 1 character; inferred)
---@field briefing_quantity? integer Discovery: how many qualified companies are wanted. (at least 1)
---@field companies? openprospect.orders.create.Arguments.companies[] Enrichment: the companies to work on. (1 to 10000 elements)
---@field features? string[] What is wanted, as in `COMPANY_DATA`, `CONTACTS`, `TECHNOLOGIES`; there may be more.
---@field order_type? "DISCOVERY"|"ENRICHMENT" `DISCOVERY` for new companies, `ENRICHMENT` for those in `companies`.
---@field profile_name? string Name of the profile, as the previous generation of the API took it.
---@field title? string Title of the order, as the previous generation of the API took it.

---@class openprospect.orders.create.Result
---@field briefing_quantity? integer
---@field created_at? string
---@field message? string
---@field order_id? string
---@field order_type? string
---@field profile_id? string
---@field status? string

---@class openprospect.orders.create.Job: prospect.Job, openprospect.orders.create.Result
---@field wait fun(self: openprospect.orders.create.Job, options?: prospect.WaitOptions): openprospect.orders.create.Job
---@field results fun(self: openprospect.orders.create.Job): openprospect.orders.results.List

--- Orders companies on a search profile: new ones, or more about those you name.
---
--- Discovery sends `briefing_quantity`, enrichment sends `companies`, never both. A person looks at
--- each order first, which may take long: keep `job.id` and look again another day rather than
--- wait. That an idempotency key is honoured here is inferred, not documented.
---
--- keyed: carries an idempotency key, so it is repeated after a lost answer and done once.
--- Scopes: orders:write.
--- Exactly one of briefing_quantity, companies.
---@param arguments openprospect.orders.create.Arguments
---@return openprospect.orders.create.Job
function openprospect.orders.create(arguments) end

--- Picks up a job that `orders.create` started in another recipe, or in an earlier run.
---@param job string|{ id: string } its id
---@return openprospect.orders.create.Job
function openprospect.orders.job(job) end

---@class openprospect.orders.get.Arguments
---@field order_id string Id of an order from `orders.create` or `orders.list`. (at least 1 character)

---@class openprospect.orders.get.Result
---@field briefing_quantity? integer
---@field created_at? string
---@field message? string
---@field order_id? string
---@field order_type? string
---@field profile_id? string
---@field status? string

--- Reads one order.
---
--- `RECEIVED`, `ACCEPTED` and `IN_PROGRESS` go on; `COMPLETED`, `REJECTED`, `FAILED` and
--- `CANCELLED` are final. `message` says why an order was rejected.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: orders:read.
---@param arguments openprospect.orders.get.Arguments
---@return openprospect.orders.get.Result
function openprospect.orders.get(arguments) end

---@class openprospect.orders.list.Arguments
---@field limit? integer Rows in one page; 100 when absent. (1 to 100)
---@field offset? integer Rows to skip before the first page. (at least 0)

---@class openprospect.orders.list.Item
---@field briefing_quantity? integer
---@field created_at? string
---@field message? string
---@field order_id? string
---@field order_type? string
---@field profile_id? string
---@field status? string

---@class openprospect.orders.list.List: prospect.List
---@field next fun(self: openprospect.orders.list.List): openprospect.orders.list.Item?
---@field pages fun(self: openprospect.orders.list.List): fun(): openprospect.orders.list.Item[]?
---@field first fun(self: openprospect.orders.list.List, n: integer): openprospect.orders.list.Item[]
---@field collect fun(self: openprospect.orders.list.List): openprospect.orders.list.Item[]
---@overload fun(): openprospect.orders.list.Item?

--- Lists the orders of the account.
---
--- The rows stand under `items` or under `orders`, their id is `order_id` or `id`: the documents
--- differ.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: orders:read.
---@param arguments? openprospect.orders.list.Arguments
---@return openprospect.orders.list.List
function openprospect.orders.list(arguments) end

---@class openprospect.orders.results.Arguments
---@field order_id string Id of an order from `orders.create` or `orders.list`. (at least 1 character)
---@field limit? integer Rows in one page; 100 when absent. (1 to 100)
---@field offset? integer Rows to skip before the first page. (at least 0)

---@class openprospect.orders.results.Item
---@field contacts? table<string, any>[]
---@field id? string
---@field name? string
---@field source_id? string

---@class openprospect.orders.results.List: prospect.List
---@field next fun(self: openprospect.orders.results.List): openprospect.orders.results.Item?
---@field pages fun(self: openprospect.orders.results.List): fun(): openprospect.orders.results.Item[]?
---@field first fun(self: openprospect.orders.results.List, n: integer): openprospect.orders.results.Item[]
---@field collect fun(self: openprospect.orders.results.List): openprospect.orders.results.Item[]
---@overload fun(): openprospect.orders.results.Item?

--- Lists the companies that a completed order found, with their contacts.
---
--- Before the order is `COMPLETED` the call may fail with 409 or give nothing. `source_id` is your
--- `external_id` of an enriched company. All but `source_id` is inferred.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: orders:read.
---@param arguments openprospect.orders.results.Arguments
---@return openprospect.orders.results.List
function openprospect.orders.results(arguments) end

---@class openprospect.profiles.create.Arguments
---@field ideal_customer_profile string The wanted companies, in plain words. (at least 1 character)
---@field profile_name string Name of the profile. (at least 1 character)
---@field target_countries string[] Countries of the wanted companies, as two-letter codes. (at least 1 element)
---@field company_size_max? integer Greatest number of employees. (at least 1)
---@field company_size_min? integer Least number of employees. (at least 1)
---@field contact_roles? string[] Roles of the wanted contacts.
---@field excluded_industries? string[] Industries that are not wanted.
---@field output_language? string Language of what the service writes. (default en)
---@field seller_industry? string Your own industry.
---@field seller_offering? string What you sell.
---@field target_cities? string[] Cities of the wanted companies.
---@field target_industries? string[] Industries of the wanted companies.

---@class openprospect.profiles.create.Result
---@field created_at? string
---@field error_code? string
---@field error_message? string
---@field finished_at? string
---@field profile_creation_id? string
---@field profile_id? string
---@field started_at? string
---@field status? string

---@class openprospect.profiles.create.Job: prospect.Job, openprospect.profiles.create.Result
---@field wait fun(self: openprospect.profiles.create.Job, options?: prospect.WaitOptions): openprospect.profiles.create.Job

--- Starts the creation of a search profile, on which orders are placed.
---
--- The key needs `orders:read` too, or the creation cannot be followed. One that failed stays
--- failed: it is started anew under another idempotency key.
---
--- keyed: carries an idempotency key, so it is repeated after a lost answer and done once.
--- Scopes: orders:write.
---@param arguments openprospect.profiles.create.Arguments
---@return openprospect.profiles.create.Job
function openprospect.profiles.create(arguments) end

--- Picks up a job that `profiles.create` started in another recipe, or in an earlier run.
---@param job string|{ id: string } its id
---@return openprospect.profiles.create.Job
function openprospect.profiles.job(job) end

---@class openprospect.profiles.get.Arguments
---@field profile_creation_id string Id of a creation from `profiles.create`. (at least 1 character)

---@class openprospect.profiles.get.Result
---@field created_at? string
---@field error_code? string
---@field error_message? string
---@field finished_at? string
---@field profile_creation_id? string
---@field profile_id? string
---@field started_at? string
---@field status? string

--- Reads how far the creation of a search profile is.
---
--- `SUCCEEDED` and `FAILED` are final. A failed creation is not an error of this call.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: orders:read.
---@param arguments openprospect.profiles.get.Arguments
---@return openprospect.profiles.get.Result
function openprospect.profiles.get(arguments) end

---@class openprospect.prospects.get.Arguments
---@field prospect_id string Id of a prospect, delivered or listed. (at least 1 character)

---@class openprospect.prospects.get.Result
---@field id? string

--- Reads one prospect.
---
--- Its fields are not documented.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: prospects:read.
---@param arguments openprospect.prospects.get.Arguments
---@return openprospect.prospects.get.Result
function openprospect.prospects.get(arguments) end

---@class openprospect.prospects.list.Arguments
---@field limit? integer Rows in one page; 100 when absent. (1 to 100)
---@field offset? integer Rows to skip before the first page. (at least 0)

---@class openprospect.prospects.list.Item
---@field id? string

---@class openprospect.prospects.list.List: prospect.List
---@field next fun(self: openprospect.prospects.list.List): openprospect.prospects.list.Item?
---@field pages fun(self: openprospect.prospects.list.List): fun(): openprospect.prospects.list.Item[]?
---@field first fun(self: openprospect.prospects.list.List, n: integer): openprospect.prospects.list.Item[]
---@field collect fun(self: openprospect.prospects.list.List): openprospect.prospects.list.Item[]
---@overload fun(): openprospect.prospects.list.Item?

--- Lists the prospects that the key may see.
---
--- Neither parameters nor fields are documented: keep each prospect whole.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: prospects:read.
---@param arguments? openprospect.prospects.list.Arguments
---@return openprospect.prospects.list.List
function openprospect.prospects.list(arguments) end

---@class openprospect.searches.blacklists.Arguments
---@field prospect_search_id string Id of a search from `searches.list`. (at least 1 character)

---@class openprospect.searches.blacklists.Result
---@field description? string
---@field id? string
---@field name? string

--- Lists the blacklists that are attached to a prospect search.
---
--- The answer is not a page: it holds all of them.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: blacklists:read.
---@param arguments openprospect.searches.blacklists.Arguments
---@return openprospect.searches.blacklists.Result
function openprospect.searches.blacklists(arguments) end

---@class openprospect.searches.get.Arguments
---@field prospect_search_id string Id of a search from `searches.list`. (at least 1 character)

---@class openprospect.searches.get.Result
---@field id? string
---@field ideal_customer_profile? string
---@field name? string
---@field status? string
---@field version? integer

--- Reads one prospect search with the `version` that a change must name.
---
--- No longer documented; expect 404 in production.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: prospect_searches:read.
---@deprecated
---@param arguments openprospect.searches.get.Arguments
---@return openprospect.searches.get.Result
function openprospect.searches.get(arguments) end

---@class openprospect.searches.list.Arguments
---@field limit? integer Rows in one page; 100 when absent. (1 to 100)
---@field offset? integer Rows to skip before the first page. (at least 0)

---@class openprospect.searches.list.Item
---@field id? string
---@field name? string
---@field status? string

---@class openprospect.searches.list.List: prospect.List
---@field next fun(self: openprospect.searches.list.List): openprospect.searches.list.Item?
---@field pages fun(self: openprospect.searches.list.List): fun(): openprospect.searches.list.Item[]?
---@field first fun(self: openprospect.searches.list.List, n: integer): openprospect.searches.list.Item[]
---@field collect fun(self: openprospect.searches.list.List): openprospect.searches.list.Item[]
---@overload fun(): openprospect.searches.list.Item?

--- Lists the prospect searches that the key may see.
---
--- The values of `status` are not documented.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: prospect_searches:read.
---@param arguments? openprospect.searches.list.Arguments
---@return openprospect.searches.list.List
function openprospect.searches.list(arguments) end

---@class openprospect.searches.set_blacklists.Arguments
---@field blacklist_ids string[] Ids of the blacklists, each once. (inferred)
---@field prospect_search_id string Id of a search from `searches.list`. (at least 1 character)

---@class openprospect.searches.set_blacklists.Result
---@field description? string
---@field id? string
---@field name? string

--- Attaches exactly these blacklists to a prospect search.
---
--- Replaces the whole set, as far as is known; an empty list detaches all.
---
--- natural: doing it twice changes nothing more; repeated after a lost answer.
--- Scopes: blacklists:write.
---@param arguments openprospect.searches.set_blacklists.Arguments
---@return openprospect.searches.set_blacklists.Result
function openprospect.searches.set_blacklists(arguments) end

---@class openprospect.searches.update.Arguments
---@field prospect_search_id string Id of a search from `searches.list`. (at least 1 character)
---@field version integer The `version` that `searches.get` gave.
---@field geo_locations? any New places; admins and owners only.
---@field ideal_customer_profile? string New description of the wanted companies.
---@field name? string New name.
---@field search_keywords? any New keywords; admins and owners only.
---@field update_mask? string[] Names of the fields to change; every field that is sent when absent.

---@class openprospect.searches.update.Result
---@field id? string
---@field ideal_customer_profile? string
---@field name? string
---@field status? string
---@field stripped_fields? string[]
---@field version? integer

--- Changes a prospect search, unless somebody else changed it since it was read.
---
--- No longer documented; expect 404 in production. A stale `version` is a 409: read the search
--- again and decide anew. Fields that the key may not change are dropped without an error: look at
--- `stripped_fields`.
---
--- natural: doing it twice changes nothing more; repeated after a lost answer.
--- Scopes: prospect_searches:write.
--- At least one of name, ideal_customer_profile, geo_locations, search_keywords.
---@deprecated
---@param arguments openprospect.searches.update.Arguments
---@return openprospect.searches.update.Result
function openprospect.searches.update(arguments) end

return openprospect

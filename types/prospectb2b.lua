---@meta prospectb2b
-- Written by prospect-run; changes are lost.

--- ProspectB2B
---@class prospectb2b
local prospectb2b = {}

---@class prospectb2b.billing
prospectb2b.billing = {}

---@class prospectb2b.campaigns
prospectb2b.campaigns = {}

---@class prospectb2b.config
prospectb2b.config = {}

---@class prospectb2b.exports
prospectb2b.exports = {}

---@class prospectb2b.fields
prospectb2b.fields = {}

---@class prospectb2b.imports
prospectb2b.imports = {}

---@class prospectb2b.inbox
prospectb2b.inbox = {}

---@class prospectb2b.jobs
prospectb2b.jobs = {}

---@class prospectb2b.leads
prospectb2b.leads = {}

---@class prospectb2b.runs
prospectb2b.runs = {}

---@class prospectb2b.settings
prospectb2b.settings = {}

---@class prospectb2b.tickets
prospectb2b.tickets = {}

---@class prospectb2b.webhooks
prospectb2b.webhooks = {}

---@class prospectb2b.workflows
prospectb2b.workflows = {}

---@class prospectb2b.billing.subscription.Result
---@field created_at? string
---@field id? string
---@field object? string
---@field plan? string
---@field status? string
---@field updated_at? string

--- Reads the subscription of the workspace.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: billing.read.
---@return prospectb2b.billing.subscription.Result
function prospectb2b.billing.subscription() end

---@class prospectb2b.billing.usage.Result
---@field active_trial? boolean
---@field created_at? string
---@field id? string
---@field object? string
---@field updated_at? string
---@field usage? table<string, any>

--- Reads what the workspace has used.
---
--- The names of the counters in `usage` are not documented.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: billing.read.
---@return prospectb2b.billing.usage.Result
function prospectb2b.billing.usage() end

---@class prospectb2b.campaigns.create.Arguments
---@field enabled? boolean Whether the campaign is switched on; a new one is not.
---@field name? string Name of the campaign. (inferred)
---@field prospector_workflow_id? string|prospect.Null The workflow that finds its leads, from `workflows.list`.

---@class prospectb2b.campaigns.create.Result
---@field created_at? string
---@field enabled? boolean
---@field id? string
---@field name? string
---@field object? string
---@field prospector_workflow_id? string
---@field published_at? string
---@field status? string
---@field updated_at? string

--- Creates a campaign, as a draft.
---
--- Nothing is sent before it is published or run. Emits `campaign.created`.
---
--- keyed: carries an idempotency key, so it is repeated after a lost answer and done once.
--- Scopes: campaigns.write.
--- Inferred: no document names it; its path and names may turn out to be different.
---@param arguments? prospectb2b.campaigns.create.Arguments
---@return prospectb2b.campaigns.create.Result
function prospectb2b.campaigns.create(arguments) end

---@class prospectb2b.campaigns.get.Arguments
---@field campaign_id string Id of the campaign, from `campaigns.list`. (at least 1 character)

---@class prospectb2b.campaigns.get.Result
---@field created_at? string
---@field enabled? boolean
---@field id? string
---@field name? string
---@field object? string
---@field prospector_workflow_id? string
---@field published_at? string
---@field status? string
---@field updated_at? string

--- Reads a campaign.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: campaigns.read.
--- Inferred: no document names it; its path and names may turn out to be different.
---@param arguments prospectb2b.campaigns.get.Arguments
---@return prospectb2b.campaigns.get.Result
function prospectb2b.campaigns.get(arguments) end

---@class prospectb2b.campaigns.get_run.Arguments
---@field campaign_id string Id of the campaign, from `campaigns.list`. (at least 1 character)
---@field run_id string Id of the run, from `campaigns.runs`. (at least 1 character)

---@class prospectb2b.campaigns.get_run.Result
---@field campaign_id? string
---@field created_at? string
---@field failed_count? integer
---@field finished_at? string
---@field id? string
---@field job_id? string
---@field object? string
---@field sent_count? integer
---@field started_at? string
---@field status? string
---@field updated_at? string

--- Reads a run of a campaign.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: campaigns.read.
--- Inferred: no document names it; its path and names may turn out to be different.
---@param arguments prospectb2b.campaigns.get_run.Arguments
---@return prospectb2b.campaigns.get_run.Result
function prospectb2b.campaigns.get_run(arguments) end

---@class prospectb2b.campaigns.list.Arguments
---@field cursor? string Where to start: the `next_cursor` of an earlier page. (inferred)
---@field limit? integer Rows in one page; 100 when absent. (1 to 100; inferred)

---@class prospectb2b.campaigns.list.Item
---@field created_at? string
---@field enabled? boolean
---@field id? string
---@field name? string
---@field object? string
---@field prospector_workflow_id? string
---@field published_at? string
---@field status? string
---@field updated_at? string

---@class prospectb2b.campaigns.list.List: prospect.List
---@field next fun(self: prospectb2b.campaigns.list.List): prospectb2b.campaigns.list.Item?
---@field pages fun(self: prospectb2b.campaigns.list.List): fun(): prospectb2b.campaigns.list.Item[]?
---@field first fun(self: prospectb2b.campaigns.list.List, n: integer): prospectb2b.campaigns.list.Item[]
---@field collect fun(self: prospectb2b.campaigns.list.List): prospectb2b.campaigns.list.Item[]
---@overload fun(): prospectb2b.campaigns.list.Item?

--- Lists the campaigns of the workspace.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: campaigns.read.
---@param arguments? prospectb2b.campaigns.list.Arguments
---@return prospectb2b.campaigns.list.List
function prospectb2b.campaigns.list(arguments) end

---@class prospectb2b.campaigns.logs.Arguments
---@field campaign_id string Id of the campaign, from `campaigns.list`. (at least 1 character)
---@field cursor? string Where to start: the `next_cursor` of an earlier page. (inferred)
---@field limit? integer Rows in one page; 100 when absent. (1 to 100; inferred)

---@class prospectb2b.campaigns.logs.Item
---@field campaign_id? string
---@field created_at? string
---@field id? string
---@field level? string
---@field message? string
---@field object? string
---@field run_id? string
---@field updated_at? string

---@class prospectb2b.campaigns.logs.List: prospect.List
---@field next fun(self: prospectb2b.campaigns.logs.List): prospectb2b.campaigns.logs.Item?
---@field pages fun(self: prospectb2b.campaigns.logs.List): fun(): prospectb2b.campaigns.logs.Item[]?
---@field first fun(self: prospectb2b.campaigns.logs.List, n: integer): prospectb2b.campaigns.logs.Item[]
---@field collect fun(self: prospectb2b.campaigns.logs.List): prospectb2b.campaigns.logs.Item[]
---@overload fun(): prospectb2b.campaigns.logs.Item?

--- Lists what a campaign and its runs wrote down.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: campaigns.read.
--- Inferred: no document names it; its path and names may turn out to be different.
---@param arguments prospectb2b.campaigns.logs.Arguments
---@return prospectb2b.campaigns.logs.List
function prospectb2b.campaigns.logs(arguments) end

---@class prospectb2b.campaigns.publish.Arguments
---@field campaign_id string Id of the campaign, from `campaigns.list`. (at least 1 character)
---@field confirm true it may send real messages to real people

---@class prospectb2b.campaigns.publish.Result
---@field created_at? string
---@field enabled? boolean
---@field id? string
---@field name? string
---@field object? string
---@field prospector_workflow_id? string
---@field published_at? string
---@field status? string
---@field updated_at? string

--- Publishes a campaign.
---
--- A campaign that is published already is refused with 409. Emits `campaign.published`.
---
--- keyed: carries an idempotency key, so it is repeated after a lost answer and done once.
--- Scopes: campaigns.write.
--- Inferred: no document names it; its path and names may turn out to be different.
--- Confirm = true is needed: it may send real messages to real people.
---@param arguments prospectb2b.campaigns.publish.Arguments
---@return prospectb2b.campaigns.publish.Result
function prospectb2b.campaigns.publish(arguments) end

---@class prospectb2b.campaigns.run.Arguments
---@field campaign_id string Id of the campaign, from `campaigns.list`. (at least 1 character)
---@field confirm true it may send real messages to real people

---@class prospectb2b.campaigns.run.Result
---@field campaign_id? string
---@field created_at? string
---@field failed_count? integer
---@field finished_at? string
---@field id? string
---@field job_id? string
---@field object? string
---@field sent_count? integer
---@field started_at? string
---@field status? string
---@field updated_at? string

---@class prospectb2b.campaigns.run.Job: prospect.Job, prospectb2b.campaigns.run.Result
---@field wait fun(self: prospectb2b.campaigns.run.Job, options?: prospect.WaitOptions): prospectb2b.campaigns.run.Job

--- Runs a campaign now.
---
--- No webhook event covers campaign runs.
---
--- keyed: carries an idempotency key, so it is repeated after a lost answer and done once.
--- Scopes: campaigns.write.
--- Inferred: no document names it; its path and names may turn out to be different.
--- Confirm = true is needed: it may send real messages to real people.
---@param arguments prospectb2b.campaigns.run.Arguments
---@return prospectb2b.campaigns.run.Job
function prospectb2b.campaigns.run(arguments) end

--- Picks up a job that `campaigns.run` started in another recipe, or in an earlier run.
---@param job { id: string, campaign_id: string } its id
---@return prospectb2b.campaigns.run.Job
function prospectb2b.campaigns.job(job) end

---@class prospectb2b.campaigns.runs.Arguments
---@field campaign_id string Id of the campaign, from `campaigns.list`. (at least 1 character)
---@field cursor? string Where to start: the `next_cursor` of an earlier page. (inferred)
---@field limit? integer Rows in one page; 100 when absent. (1 to 100; inferred)

---@class prospectb2b.campaigns.runs.Item
---@field campaign_id? string
---@field created_at? string
---@field failed_count? integer
---@field finished_at? string
---@field id? string
---@field job_id? string
---@field object? string
---@field sent_count? integer
---@field started_at? string
---@field status? string
---@field updated_at? string

---@class prospectb2b.campaigns.runs.List: prospect.List
---@field next fun(self: prospectb2b.campaigns.runs.List): prospectb2b.campaigns.runs.Item?
---@field pages fun(self: prospectb2b.campaigns.runs.List): fun(): prospectb2b.campaigns.runs.Item[]?
---@field first fun(self: prospectb2b.campaigns.runs.List, n: integer): prospectb2b.campaigns.runs.Item[]
---@field collect fun(self: prospectb2b.campaigns.runs.List): prospectb2b.campaigns.runs.Item[]
---@overload fun(): prospectb2b.campaigns.runs.Item?

--- Lists the runs of a campaign.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: campaigns.read.
--- Inferred: no document names it; its path and names may turn out to be different.
---@param arguments prospectb2b.campaigns.runs.Arguments
---@return prospectb2b.campaigns.runs.List
function prospectb2b.campaigns.runs(arguments) end

---@class prospectb2b.campaigns.update.Arguments
---@field campaign_id string Id of the campaign, from `campaigns.list`. (at least 1 character)
---@field enabled? boolean Whether the campaign is switched on; a new one is not.
---@field name? string Name of the campaign. (inferred)
---@field prospector_workflow_id? string|prospect.Null The workflow that finds its leads, from `workflows.list`.

---@class prospectb2b.campaigns.update.Result
---@field created_at? string
---@field enabled? boolean
---@field id? string
---@field name? string
---@field object? string
---@field prospector_workflow_id? string
---@field published_at? string
---@field status? string
---@field updated_at? string

--- Changes a campaign.
---
--- Emits `campaign.updated`, unless nothing changes.
---
--- natural: doing it twice changes nothing more; repeated after a lost answer.
--- Scopes: campaigns.write.
--- Inferred: no document names it; its path and names may turn out to be different.
---@param arguments prospectb2b.campaigns.update.Arguments
---@return prospectb2b.campaigns.update.Result
function prospectb2b.campaigns.update(arguments) end

---@class prospectb2b.config.get.Result
---@field created_at? string
---@field id? string
---@field object? string
---@field states? table<string, any>[]
---@field timezone? string
---@field updated_at? string

--- Reads the configuration of the prospector.
---
--- What is in `states` is not documented.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: prospector.read.
---@return prospectb2b.config.get.Result
function prospectb2b.config.get() end

---@class prospectb2b.exports.create.Arguments.filters
---@field status? string Only leads with this status. (inferred)
---@field updated_after? string Only leads changed after this instant. (inferred)

---@class prospectb2b.exports.create.Arguments
---@field fields? string[] The fields of a lead that the file has. (inferred)
---@field filters? prospectb2b.exports.create.Arguments.filters Which leads. (inferred)
---@field format? "csv"|"json" Form of the file. (default csv; inferred)
---@field resource? "leads" What is exported. (default leads; inferred)

---@class prospectb2b.exports.create.Result
---@field completed_at? string
---@field created_at? string
---@field error_message? string
---@field format? string
---@field id? string
---@field job_id? string
---@field object? string
---@field origin_request_id? string
---@field resource? string
---@field row_count? integer
---@field status? string
---@field updated_at? string

---@class prospectb2b.exports.create.Job: prospect.Job, prospectb2b.exports.create.Result
---@field wait fun(self: prospectb2b.exports.create.Job, options?: prospect.WaitOptions): prospectb2b.exports.create.Job
---@field results fun(self: prospectb2b.exports.create.Job): prospectb2b.exports.download.Result

--- Makes a file of leads inside ProspectB2B.
---
--- No link to the file exists: a person fetches it in the web product, and `job:results()` says
--- whether it is ready. For the data itself, use `leads.list`.
---
--- keyed: carries an idempotency key, so it is repeated after a lost answer and done once.
--- Scopes: leads.export.
--- Inferred: no document names it; its path and names may turn out to be different.
---@param arguments? prospectb2b.exports.create.Arguments
---@return prospectb2b.exports.create.Job
function prospectb2b.exports.create(arguments) end

--- Picks up a job that `exports.create` started in another recipe, or in an earlier run.
---@param job string|{ id: string } its id
---@return prospectb2b.exports.create.Job
function prospectb2b.exports.job(job) end

---@class prospectb2b.exports.download.Arguments
---@field export_id string Id of the export, from `exports.list`. (at least 1 character)

---@class prospectb2b.exports.download.Result
---@field content_type? string
---@field created_at? string
---@field expires_at? string
---@field export_id? string
---@field file_name? string
---@field id? string
---@field object? string
---@field ready? boolean
---@field row_count? integer
---@field size_bytes? integer
---@field status? string
---@field updated_at? string

--- Reads whether an export's file is ready inside ProspectB2B.
---
--- Readiness is all there is: the API has no link to give, by design. While the export is
--- unfinished, `ready` is false.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: leads.export.
--- Inferred: no document names it; its path and names may turn out to be different.
---@param arguments prospectb2b.exports.download.Arguments
---@return prospectb2b.exports.download.Result
function prospectb2b.exports.download(arguments) end

---@class prospectb2b.exports.get.Arguments
---@field export_id string Id of the export, from `exports.list`. (at least 1 character)

---@class prospectb2b.exports.get.Result
---@field completed_at? string
---@field created_at? string
---@field error_message? string
---@field format? string
---@field id? string
---@field job_id? string
---@field object? string
---@field origin_request_id? string
---@field resource? string
---@field row_count? integer
---@field status? string
---@field updated_at? string

--- Reads an export and how far it is.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: leads.export.
--- Inferred: no document names it; its path and names may turn out to be different.
---@param arguments prospectb2b.exports.get.Arguments
---@return prospectb2b.exports.get.Result
function prospectb2b.exports.get(arguments) end

---@class prospectb2b.exports.list.Arguments
---@field cursor? string Where to start: the `next_cursor` of an earlier page. (inferred)
---@field limit? integer Rows in one page; 100 when absent. (1 to 100; inferred)

---@class prospectb2b.exports.list.Item
---@field completed_at? string
---@field created_at? string
---@field error_message? string
---@field format? string
---@field id? string
---@field job_id? string
---@field object? string
---@field origin_request_id? string
---@field resource? string
---@field row_count? integer
---@field status? string
---@field updated_at? string

---@class prospectb2b.exports.list.List: prospect.List
---@field next fun(self: prospectb2b.exports.list.List): prospectb2b.exports.list.Item?
---@field pages fun(self: prospectb2b.exports.list.List): fun(): prospectb2b.exports.list.Item[]?
---@field first fun(self: prospectb2b.exports.list.List, n: integer): prospectb2b.exports.list.Item[]
---@field collect fun(self: prospectb2b.exports.list.List): prospectb2b.exports.list.Item[]
---@overload fun(): prospectb2b.exports.list.Item?

--- Lists the exports of leads.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: leads.export.
--- Inferred: no document names it; its path and names may turn out to be different.
---@param arguments? prospectb2b.exports.list.Arguments
---@return prospectb2b.exports.list.List
function prospectb2b.exports.list(arguments) end

---@class prospectb2b.fields.list.Arguments
---@field cursor? string Where to start: the `next_cursor` of an earlier page. (inferred)
---@field limit? integer Rows in one page; 100 when absent. (1 to 100; inferred)

---@class prospectb2b.fields.list.Item
---@field created_at? string
---@field id? string
---@field key? string
---@field label? string
---@field object? string
---@field options? string[]
---@field required? boolean
---@field type? string
---@field updated_at? string

---@class prospectb2b.fields.list.List: prospect.List
---@field next fun(self: prospectb2b.fields.list.List): prospectb2b.fields.list.Item?
---@field pages fun(self: prospectb2b.fields.list.List): fun(): prospectb2b.fields.list.Item[]?
---@field first fun(self: prospectb2b.fields.list.List, n: integer): prospectb2b.fields.list.Item[]
---@field collect fun(self: prospectb2b.fields.list.List): prospectb2b.fields.list.Item[]
---@overload fun(): prospectb2b.fields.list.Item?

--- Lists the fields that the workspace added to its leads.
---
--- Their `key` is what `custom_fields` and the mapping of an import use.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: lead-fields.read.
--- Inferred: no document names it; its path and names may turn out to be different.
---@param arguments? prospectb2b.fields.list.Arguments
---@return prospectb2b.fields.list.List
function prospectb2b.fields.list(arguments) end

---@class prospectb2b.imports.create.Arguments
---@field rows table<string, any>[] The rows: tables of values by column. (1 to 1000 elements; inferred)
---@field mapping? table<string, any> Field of a lead by column of a row; a column that is missing here is matched by its own name. A field that does not exist refuses the whole import. (inferred)
---@field mode? "create"|"upsert" Whether leads that exist are updated or made again. (default upsert; inferred)
---@field name? string What the import is called. (inferred)

---@class prospectb2b.imports.create.Result
---@field completed_at? string
---@field created_at? string
---@field created_count? integer
---@field failed_count? integer
---@field id? string
---@field job_id? string
---@field mapping? table<string, any>
---@field mode? string
---@field name? string
---@field object? string
---@field origin_request_id? string
---@field processed_rows? integer
---@field status? string
---@field total_rows? integer
---@field updated_at? string
---@field updated_count? integer

---@class prospectb2b.imports.create.Job: prospect.Job, prospectb2b.imports.create.Result
---@field wait fun(self: prospectb2b.imports.create.Job, options?: prospect.WaitOptions): prospectb2b.imports.create.Job
---@field results fun(self: prospectb2b.imports.create.Job): prospectb2b.imports.errors.List

--- Imports up to 1,000 rows as leads.
---
--- Rows that cannot be written do not fail the import: it ends as `completed` with a
--- `failed_count`, and `imports.errors` says what is wrong with each. Send only those rows again.
--- `failed` means that nothing usable was imported.
---
--- keyed: carries an idempotency key, so it is repeated after a lost answer and done once.
--- Scopes: leads.import.
--- Inferred: no document names it; its path and names may turn out to be different.
---@param arguments prospectb2b.imports.create.Arguments
---@return prospectb2b.imports.create.Job
function prospectb2b.imports.create(arguments) end

--- Picks up a job that `imports.create` started in another recipe, or in an earlier run.
---@param job string|{ id: string } its id
---@return prospectb2b.imports.create.Job
function prospectb2b.imports.job(job) end

---@class prospectb2b.imports.errors.Arguments
---@field import_id string Id of the import, from `imports.list`. (at least 1 character)
---@field cursor? string Where to start: the `next_cursor` of an earlier page. (inferred)
---@field limit? integer Rows in one page; 100 when absent. (1 to 100; inferred)

---@class prospectb2b.imports.errors.Item
---@field code? string
---@field created_at? string
---@field field? string
---@field id? string
---@field import_id? string
---@field message? string
---@field object? string
---@field raw_value? any
---@field row_number? integer
---@field updated_at? string

---@class prospectb2b.imports.errors.List: prospect.List
---@field next fun(self: prospectb2b.imports.errors.List): prospectb2b.imports.errors.Item?
---@field pages fun(self: prospectb2b.imports.errors.List): fun(): prospectb2b.imports.errors.Item[]?
---@field first fun(self: prospectb2b.imports.errors.List, n: integer): prospectb2b.imports.errors.Item[]
---@field collect fun(self: prospectb2b.imports.errors.List): prospectb2b.imports.errors.Item[]
---@overload fun(): prospectb2b.imports.errors.Item?

--- Lists the rows of an import that could not be written, and why.
---
--- `row_number` counts from 1.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: leads.import.
--- Inferred: no document names it; its path and names may turn out to be different.
---@param arguments prospectb2b.imports.errors.Arguments
---@return prospectb2b.imports.errors.List
function prospectb2b.imports.errors(arguments) end

---@class prospectb2b.imports.get.Arguments
---@field import_id string Id of the import, from `imports.list`. (at least 1 character)

---@class prospectb2b.imports.get.Result
---@field completed_at? string
---@field created_at? string
---@field created_count? integer
---@field failed_count? integer
---@field id? string
---@field job_id? string
---@field mapping? table<string, any>
---@field mode? string
---@field name? string
---@field object? string
---@field origin_request_id? string
---@field processed_rows? integer
---@field status? string
---@field total_rows? integer
---@field updated_at? string
---@field updated_count? integer

--- Reads an import and how far it is.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: leads.import.
--- Inferred: no document names it; its path and names may turn out to be different.
---@param arguments prospectb2b.imports.get.Arguments
---@return prospectb2b.imports.get.Result
function prospectb2b.imports.get(arguments) end

---@class prospectb2b.imports.list.Arguments
---@field cursor? string Where to start: the `next_cursor` of an earlier page. (inferred)
---@field limit? integer Rows in one page; 100 when absent. (1 to 100; inferred)

---@class prospectb2b.imports.list.Item
---@field completed_at? string
---@field created_at? string
---@field created_count? integer
---@field failed_count? integer
---@field id? string
---@field job_id? string
---@field mapping? table<string, any>
---@field mode? string
---@field name? string
---@field object? string
---@field origin_request_id? string
---@field processed_rows? integer
---@field status? string
---@field total_rows? integer
---@field updated_at? string
---@field updated_count? integer

---@class prospectb2b.imports.list.List: prospect.List
---@field next fun(self: prospectb2b.imports.list.List): prospectb2b.imports.list.Item?
---@field pages fun(self: prospectb2b.imports.list.List): fun(): prospectb2b.imports.list.Item[]?
---@field first fun(self: prospectb2b.imports.list.List, n: integer): prospectb2b.imports.list.Item[]
---@field collect fun(self: prospectb2b.imports.list.List): prospectb2b.imports.list.Item[]
---@overload fun(): prospectb2b.imports.list.Item?

--- Lists the imports of leads.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: leads.import.
--- Inferred: no document names it; its path and names may turn out to be different.
---@param arguments? prospectb2b.imports.list.Arguments
---@return prospectb2b.imports.list.List
function prospectb2b.imports.list(arguments) end

---@class prospectb2b.inbox.get.Arguments
---@field thread_id string Id of the thread, from `inbox.list`. (at least 1 character)

---@class prospectb2b.inbox.get.Result
---@field channel? string
---@field created_at? string
---@field id? string
---@field last_message_at? string
---@field lead_id? string
---@field object? string
---@field subject? string
---@field unread? boolean
---@field updated_at? string

--- Reads a thread of the inbox.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: inbox.read.
--- Inferred: no document names it; its path and names may turn out to be different.
---@param arguments prospectb2b.inbox.get.Arguments
---@return prospectb2b.inbox.get.Result
function prospectb2b.inbox.get(arguments) end

---@class prospectb2b.inbox.list.Arguments
---@field cursor? string Where to start: the `next_cursor` of an earlier page. (inferred)
---@field limit? integer Rows in one page; 100 when absent. (1 to 100; inferred)

---@class prospectb2b.inbox.list.Item
---@field channel? string
---@field created_at? string
---@field id? string
---@field last_message_at? string
---@field lead_id? string
---@field object? string
---@field subject? string
---@field unread? boolean
---@field updated_at? string

---@class prospectb2b.inbox.list.List: prospect.List
---@field next fun(self: prospectb2b.inbox.list.List): prospectb2b.inbox.list.Item?
---@field pages fun(self: prospectb2b.inbox.list.List): fun(): prospectb2b.inbox.list.Item[]?
---@field first fun(self: prospectb2b.inbox.list.List, n: integer): prospectb2b.inbox.list.Item[]
---@field collect fun(self: prospectb2b.inbox.list.List): prospectb2b.inbox.list.Item[]
---@overload fun(): prospectb2b.inbox.list.Item?

--- Lists the threads of the inbox.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: inbox.read.
--- Inferred: no document names it; its path and names may turn out to be different.
---@param arguments? prospectb2b.inbox.list.Arguments
---@return prospectb2b.inbox.list.List
function prospectb2b.inbox.list(arguments) end

---@class prospectb2b.inbox.messages.Arguments
---@field thread_id string Id of the thread, from `inbox.list`. (at least 1 character)
---@field cursor? string Where to start: the `next_cursor` of an earlier page. (inferred)
---@field limit? integer Rows in one page; 100 when absent. (1 to 100; inferred)

---@class prospectb2b.inbox.messages.Item
---@field body_text? string
---@field created_at? string
---@field direction? string
---@field id? string
---@field object? string
---@field sent_at? string
---@field thread_id? string
---@field updated_at? string

---@class prospectb2b.inbox.messages.List: prospect.List
---@field next fun(self: prospectb2b.inbox.messages.List): prospectb2b.inbox.messages.Item?
---@field pages fun(self: prospectb2b.inbox.messages.List): fun(): prospectb2b.inbox.messages.Item[]?
---@field first fun(self: prospectb2b.inbox.messages.List, n: integer): prospectb2b.inbox.messages.Item[]
---@field collect fun(self: prospectb2b.inbox.messages.List): prospectb2b.inbox.messages.Item[]
---@overload fun(): prospectb2b.inbox.messages.Item?

--- Lists the messages of a thread.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: inbox.read.
--- Inferred: no document names it; its path and names may turn out to be different.
---@param arguments prospectb2b.inbox.messages.Arguments
---@return prospectb2b.inbox.messages.List
function prospectb2b.inbox.messages(arguments) end

---@class prospectb2b.jobs.get.Arguments
---@field job_id string Id of the job, from `jobs.list`. (at least 1 character)

---@class prospectb2b.jobs.get.Result
---@field created_at? string
---@field error? table<string, any>
---@field finished_at? string
---@field id? string
---@field object? string
---@field origin_request_id? string
---@field progress? table<string, any>
---@field resource_id? string
---@field resource_type? string
---@field started_at? string
---@field status? string
---@field type? string
---@field updated_at? string

--- Reads a job and its progress.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: jobs.read.
--- Inferred: no document names it; its path and names may turn out to be different.
---@param arguments prospectb2b.jobs.get.Arguments
---@return prospectb2b.jobs.get.Result
function prospectb2b.jobs.get(arguments) end

---@class prospectb2b.jobs.list.Arguments
---@field cursor? string Where to start: the `next_cursor` of an earlier page. (inferred)
---@field limit? integer Rows in one page; 100 when absent. (1 to 100; inferred)

---@class prospectb2b.jobs.list.Item
---@field created_at? string
---@field error? table<string, any>
---@field finished_at? string
---@field id? string
---@field object? string
---@field origin_request_id? string
---@field progress? table<string, any>
---@field resource_id? string
---@field resource_type? string
---@field started_at? string
---@field status? string
---@field type? string
---@field updated_at? string

---@class prospectb2b.jobs.list.List: prospect.List
---@field next fun(self: prospectb2b.jobs.list.List): prospectb2b.jobs.list.Item?
---@field pages fun(self: prospectb2b.jobs.list.List): fun(): prospectb2b.jobs.list.Item[]?
---@field first fun(self: prospectb2b.jobs.list.List, n: integer): prospectb2b.jobs.list.Item[]
---@field collect fun(self: prospectb2b.jobs.list.List): prospectb2b.jobs.list.Item[]
---@overload fun(): prospectb2b.jobs.list.Item?

--- Lists the jobs of the workspace: imports, exports, campaign runs, prospector runs.
---
--- They can be read only; no operation cancels one.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: jobs.read.
--- Inferred: no document names it; its path and names may turn out to be different.
---@param arguments? prospectb2b.jobs.list.Arguments
---@return prospectb2b.jobs.list.List
function prospectb2b.jobs.list(arguments) end

---@class prospectb2b.leads.activities.Arguments
---@field lead_id string Id of the lead, from `leads.list`. (at least 1 character)
---@field cursor? string Where to start: the `next_cursor` of an earlier page. (inferred)
---@field limit? integer Rows in one page; 100 when absent. (1 to 100; inferred)

---@class prospectb2b.leads.activities.Item
---@field created_at? string
---@field id? string
---@field lead_id? string
---@field object? string
---@field occurred_at? string
---@field summary? string
---@field type? string
---@field updated_at? string

---@class prospectb2b.leads.activities.List: prospect.List
---@field next fun(self: prospectb2b.leads.activities.List): prospectb2b.leads.activities.Item?
---@field pages fun(self: prospectb2b.leads.activities.List): fun(): prospectb2b.leads.activities.Item[]?
---@field first fun(self: prospectb2b.leads.activities.List, n: integer): prospectb2b.leads.activities.Item[]
---@field collect fun(self: prospectb2b.leads.activities.List): prospectb2b.leads.activities.Item[]
---@overload fun(): prospectb2b.leads.activities.Item?

--- Lists what happened to a lead.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: leads.read.
--- Inferred: no document names it; its path and names may turn out to be different.
---@param arguments prospectb2b.leads.activities.Arguments
---@return prospectb2b.leads.activities.List
function prospectb2b.leads.activities(arguments) end

---@class prospectb2b.leads.bulk.Arguments.leads
---@field company_name? string Name of the company.
---@field custom_fields? table<string, any> Values of the workspace's own fields, by the `key` that `fields.list` says. (inferred)
---@field email? string E-mail address; upper and lower case are the same.
---@field external_id? string|prospect.Null Your own id of the lead; an upsert looks for it first. (inferred)
---@field full_name? string Name of the person.
---@field job_title? string|prospect.Null Position in the company. (inferred)
---@field phone? string|prospect.Null Telephone number. (inferred)
---@field source? string|prospect.Null Where the lead comes from. (inferred)
---@field status? string|prospect.Null Place in the pipeline, in the workspace's own words. (inferred)
---@field tags? string[] Labels of the lead. (inferred)
---@field website? string|prospect.Null Address of the company's website. (inferred)

---@class prospectb2b.leads.bulk.Arguments
---@field leads prospectb2b.leads.bulk.Arguments.leads[] The leads, with the same fields as in `leads.create`. (1 to 100 elements; inferred)
---@field mode? "create"|"upsert" Whether leads that exist are updated or made again. (default upsert; inferred)

---@class prospectb2b.leads.bulk.Result
---@field created_at? string
---@field created_count? integer
---@field failed_count? integer
---@field id? string
---@field items? table<string, any>[]
---@field object? string
---@field updated_at? string
---@field updated_count? integer

--- Writes up to 100 leads in one call and says for each what became of it.
---
--- The call succeeds even when items fail: look at `failed_count` and at each item's `outcome`,
--- which is `created`, `updated` or `failed`. Only its existence is documented.
---
--- keyed: carries an idempotency key, so it is repeated after a lost answer and done once.
--- Scopes: leads.write.
--- Inferred: no document names it; its path and names may turn out to be different.
---@param arguments prospectb2b.leads.bulk.Arguments
---@return prospectb2b.leads.bulk.Result
function prospectb2b.leads.bulk(arguments) end

---@class prospectb2b.leads.create.Arguments
---@field company_name? string Name of the company.
---@field custom_fields? table<string, any> Values of the workspace's own fields, by the `key` that `fields.list` says. (inferred)
---@field email? string E-mail address; upper and lower case are the same.
---@field external_id? string|prospect.Null Your own id of the lead; an upsert looks for it first. (inferred)
---@field full_name? string Name of the person.
---@field job_title? string|prospect.Null Position in the company. (inferred)
---@field phone? string|prospect.Null Telephone number. (inferred)
---@field source? string|prospect.Null Where the lead comes from. (inferred)
---@field status? string|prospect.Null Place in the pipeline, in the workspace's own words. (inferred)
---@field tags? string[] Labels of the lead. (inferred)
---@field website? string|prospect.Null Address of the company's website. (inferred)

---@class prospectb2b.leads.create.Result
---@field company_name? string
---@field created_at? string
---@field custom_fields? table<string, any>
---@field email? string
---@field external_id? string
---@field full_name? string
---@field id? string
---@field job_title? string
---@field object? string
---@field phone? string
---@field source? string
---@field status? string
---@field tags? string[]
---@field updated_at? string
---@field website? string

--- Creates a lead, even when another one has the same e-mail address.
---
--- `leads.upsert` merges instead. Emits `lead.created`.
---
--- keyed: carries an idempotency key, so it is repeated after a lost answer and done once.
--- Scopes: leads.write.
--- At least one of email, full_name.
---@param arguments prospectb2b.leads.create.Arguments
---@return prospectb2b.leads.create.Result
function prospectb2b.leads.create(arguments) end

---@class prospectb2b.leads.get.Arguments
---@field lead_id string Id of the lead, from `leads.list`. (at least 1 character)

---@class prospectb2b.leads.get.Result
---@field company_name? string
---@field created_at? string
---@field custom_fields? table<string, any>
---@field email? string
---@field external_id? string
---@field full_name? string
---@field id? string
---@field job_title? string
---@field object? string
---@field phone? string
---@field source? string
---@field status? string
---@field tags? string[]
---@field updated_at? string
---@field website? string

--- Reads a lead.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: leads.read.
--- Inferred: no document names it; its path and names may turn out to be different.
---@param arguments prospectb2b.leads.get.Arguments
---@return prospectb2b.leads.get.Result
function prospectb2b.leads.get(arguments) end

---@class prospectb2b.leads.list.Arguments
---@field cursor? string Where to start: the `next_cursor` of an earlier page. (inferred)
---@field limit? integer Rows in one page; 100 when absent. (1 to 100; inferred)
---@field updated_after? string Only leads changed after this instant.

---@class prospectb2b.leads.list.Item
---@field company_name? string
---@field created_at? string
---@field custom_fields? table<string, any>
---@field email? string
---@field external_id? string
---@field full_name? string
---@field id? string
---@field job_title? string
---@field object? string
---@field phone? string
---@field source? string
---@field status? string
---@field tags? string[]
---@field updated_at? string
---@field website? string

---@class prospectb2b.leads.list.List: prospect.List
---@field next fun(self: prospectb2b.leads.list.List): prospectb2b.leads.list.Item?
---@field pages fun(self: prospectb2b.leads.list.List): fun(): prospectb2b.leads.list.Item[]?
---@field first fun(self: prospectb2b.leads.list.List, n: integer): prospectb2b.leads.list.Item[]
---@field collect fun(self: prospectb2b.leads.list.List): prospectb2b.leads.list.Item[]
---@overload fun(): prospectb2b.leads.list.Item?

--- Lists leads in the order of their last change.
---
--- For a mirror, keep the highest `updated_at` once the last page is read, step back a few seconds,
--- and drop duplicates by `id` and `updated_at`. Deletions do not show up.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: leads.read.
--- Inferred: no document names it; its path and names may turn out to be different.
---@param arguments? prospectb2b.leads.list.Arguments
---@return prospectb2b.leads.list.List
function prospectb2b.leads.list(arguments) end

---@class prospectb2b.leads.messages.Arguments
---@field lead_id string Id of the lead, from `leads.list`. (at least 1 character)
---@field cursor? string Where to start: the `next_cursor` of an earlier page. (inferred)
---@field limit? integer Rows in one page; 100 when absent. (1 to 100; inferred)

---@class prospectb2b.leads.messages.Item
---@field body_text? string
---@field channel? string
---@field created_at? string
---@field direction? string
---@field id? string
---@field lead_id? string
---@field object? string
---@field sent_at? string
---@field subject? string
---@field thread_id? string
---@field updated_at? string

---@class prospectb2b.leads.messages.List: prospect.List
---@field next fun(self: prospectb2b.leads.messages.List): prospectb2b.leads.messages.Item?
---@field pages fun(self: prospectb2b.leads.messages.List): fun(): prospectb2b.leads.messages.Item[]?
---@field first fun(self: prospectb2b.leads.messages.List, n: integer): prospectb2b.leads.messages.Item[]
---@field collect fun(self: prospectb2b.leads.messages.List): prospectb2b.leads.messages.Item[]
---@overload fun(): prospectb2b.leads.messages.Item?

--- Lists the messages that were exchanged with a lead.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: messages.read.
--- Inferred: no document names it; its path and names may turn out to be different.
---@param arguments prospectb2b.leads.messages.Arguments
---@return prospectb2b.leads.messages.List
function prospectb2b.leads.messages(arguments) end

---@class prospectb2b.leads.update.Arguments
---@field lead_id string Id of the lead, from `leads.list`. (at least 1 character)
---@field company_name? string Name of the company.
---@field custom_fields? table<string, any> Values of the workspace's own fields, by the `key` that `fields.list` says. (inferred)
---@field email? string E-mail address; upper and lower case are the same.
---@field external_id? string|prospect.Null Your own id of the lead; an upsert looks for it first. (inferred)
---@field full_name? string Name of the person.
---@field job_title? string|prospect.Null Position in the company. (inferred)
---@field phone? string|prospect.Null Telephone number. (inferred)
---@field source? string|prospect.Null Where the lead comes from. (inferred)
---@field status? string|prospect.Null Place in the pipeline, in the workspace's own words. (inferred)
---@field tags? string[] Labels of the lead. (inferred)
---@field website? string|prospect.Null Address of the company's website. (inferred)

---@class prospectb2b.leads.update.Result
---@field company_name? string
---@field created_at? string
---@field custom_fields? table<string, any>
---@field email? string
---@field external_id? string
---@field full_name? string
---@field id? string
---@field job_title? string
---@field object? string
---@field phone? string
---@field source? string
---@field status? string
---@field tags? string[]
---@field updated_at? string
---@field website? string

--- Changes a lead.
---
--- An absent field is left alone, `json.null` clears it. Emits `lead.updated`, unless nothing
--- changes.
---
--- natural: doing it twice changes nothing more; repeated after a lost answer.
--- Scopes: leads.write.
--- Inferred: no document names it; its path and names may turn out to be different.
--- At least one of company_name, custom_fields, email, external_id, full_name, job_title, phone,
--- source, status, tags, website.
---@param arguments prospectb2b.leads.update.Arguments
---@return prospectb2b.leads.update.Result
function prospectb2b.leads.update(arguments) end

---@class prospectb2b.leads.upsert.Arguments
---@field company_name? string Name of the company.
---@field custom_fields? table<string, any> Values of the workspace's own fields, by the `key` that `fields.list` says. (inferred)
---@field email? string E-mail address; upper and lower case are the same.
---@field external_id? string|prospect.Null Your own id of the lead; an upsert looks for it first. (inferred)
---@field full_name? string Name of the person.
---@field job_title? string|prospect.Null Position in the company. (inferred)
---@field phone? string|prospect.Null Telephone number. (inferred)
---@field source? string|prospect.Null Where the lead comes from. (inferred)
---@field status? string|prospect.Null Place in the pipeline, in the workspace's own words. (inferred)
---@field tags? string[] Labels of the lead. (inferred)
---@field website? string|prospect.Null Address of the company's website. (inferred)

---@class prospectb2b.leads.upsert.Result
---@field company_name? string
---@field created_at? string
---@field custom_fields? table<string, any>
---@field email? string
---@field external_id? string
---@field full_name? string
---@field id? string
---@field job_title? string
---@field object? string
---@field phone? string
---@field source? string
---@field status? string
---@field tags? string[]
---@field updated_at? string
---@field website? string

--- Updates the lead with this `external_id`, or else with this `email`; creates it when there is
--- none.
---
--- An absent field is left alone, `json.null` clears it. Emits `lead.created` or `lead.updated`.
---
--- keyed: carries an idempotency key, so it is repeated after a lost answer and done once.
--- Scopes: leads.write.
--- Inferred: no document names it; its path and names may turn out to be different.
--- At least one of external_id, email.
---@param arguments prospectb2b.leads.upsert.Arguments
---@return prospectb2b.leads.upsert.Result
function prospectb2b.leads.upsert(arguments) end

---@class prospectb2b.me.Result
---@field created_at? string
---@field id? string
---@field key? table<string, any>
---@field membership? table<string, any>
---@field object? string
---@field read_only? boolean
---@field scopes? string[]
---@field updated_at? string
---@field workspace? table<string, any>

--- Reads who the key is, its scopes, and whether it may only read.
---
--- A granted scope can still be refused with 403: the rights of the membership that issued the key
--- count too.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: me.read.
---@return prospectb2b.me.Result
function prospectb2b.me() end

---@class prospectb2b.runs.get.Arguments
---@field run_id string Id of the run, from `workflows.runs`. (at least 1 character)

---@class prospectb2b.runs.get.Result
---@field created_at? string
---@field id? string
---@field object? string
---@field status? string
---@field updated_at? string
---@field workflow_id? string

--- Reads a run of a prospector workflow.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: prospector.read.
---@param arguments prospectb2b.runs.get.Arguments
---@return prospectb2b.runs.get.Result
function prospectb2b.runs.get(arguments) end

---@class prospectb2b.runs.results.Arguments
---@field run_id string Id of the run, from `workflows.runs`. (at least 1 character)
---@field cursor? string Where to start: the `next_cursor` of an earlier page. (inferred)
---@field limit? integer Rows in one page; 100 when absent. (1 to 100; inferred)

---@class prospectb2b.runs.results.Item
---@field company_name? string
---@field created_at? string
---@field id? string
---@field lead_id? string
---@field object? string
---@field updated_at? string

---@class prospectb2b.runs.results.List: prospect.List
---@field next fun(self: prospectb2b.runs.results.List): prospectb2b.runs.results.Item?
---@field pages fun(self: prospectb2b.runs.results.List): fun(): prospectb2b.runs.results.Item[]?
---@field first fun(self: prospectb2b.runs.results.List, n: integer): prospectb2b.runs.results.Item[]
---@field collect fun(self: prospectb2b.runs.results.List): prospectb2b.runs.results.Item[]
---@overload fun(): prospectb2b.runs.results.Item?

--- Lists what a run found; an unfinished run answers with what it has so far.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: prospector.read.
---@param arguments prospectb2b.runs.results.Arguments
---@return prospectb2b.runs.results.List
function prospectb2b.runs.results(arguments) end

---@class prospectb2b.settings.get.Result
---@field created_at? string
---@field id? string
---@field locale? string
---@field object? string
---@field settings? table<string, any>
---@field timezone? string
---@field updated_at? string

--- Reads a snapshot of the workspace's settings.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: settings.read.
--- Inferred: no document names it; its path and names may turn out to be different.
---@return prospectb2b.settings.get.Result
function prospectb2b.settings.get() end

---@class prospectb2b.tickets.get.Arguments
---@field ticket_id string Id of the ticket, from `tickets.list`. (at least 1 character)

---@class prospectb2b.tickets.get.Result
---@field created_at? string
---@field id? string
---@field object? string
---@field priority? string
---@field related_request_id? string
---@field status? string
---@field subject? string
---@field updated_at? string

--- Reads a support ticket.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: support.read.
--- Inferred: no document names it; its path and names may turn out to be different.
---@param arguments prospectb2b.tickets.get.Arguments
---@return prospectb2b.tickets.get.Result
function prospectb2b.tickets.get(arguments) end

---@class prospectb2b.tickets.list.Arguments
---@field cursor? string Where to start: the `next_cursor` of an earlier page. (inferred)
---@field limit? integer Rows in one page; 100 when absent. (1 to 100; inferred)

---@class prospectb2b.tickets.list.Item
---@field created_at? string
---@field id? string
---@field object? string
---@field priority? string
---@field related_request_id? string
---@field status? string
---@field subject? string
---@field updated_at? string

---@class prospectb2b.tickets.list.List: prospect.List
---@field next fun(self: prospectb2b.tickets.list.List): prospectb2b.tickets.list.Item?
---@field pages fun(self: prospectb2b.tickets.list.List): fun(): prospectb2b.tickets.list.Item[]?
---@field first fun(self: prospectb2b.tickets.list.List, n: integer): prospectb2b.tickets.list.Item[]
---@field collect fun(self: prospectb2b.tickets.list.List): prospectb2b.tickets.list.Item[]
---@overload fun(): prospectb2b.tickets.list.Item?

--- Lists the support tickets of the workspace.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: support.read.
--- Inferred: no document names it; its path and names may turn out to be different.
---@param arguments? prospectb2b.tickets.list.Arguments
---@return prospectb2b.tickets.list.List
function prospectb2b.tickets.list(arguments) end

---@class prospectb2b.webhooks.create.Arguments
---@field events ("lead.created"|"lead.updated"|"import.completed"|"import.failed"|"export.completed"|"export.failed"|"campaign.created"|"campaign.updated"|"campaign.published")[] The events to send; name only those that are needed. (at least 1 element)
---@field url string Where the events are sent: https; the sandbox also takes http on loopback. (at least 1 character; inferred)
---@field description? string What the endpoint is for. (inferred)
---@field enabled? boolean Whether events are sent. (default true; inferred)

---@class prospectb2b.webhooks.create.Result
---@field created_at? string
---@field description? string
---@field enabled? boolean
---@field events? string[]
---@field id? string
---@field object? string
---@field signing_secret? prospect.Secret
---@field signing_secret_prefix? string
---@field updated_at? string
---@field url? string

--- Registers an endpoint to which signed events are sent.
---
--- `signing_secret` is shown in this one answer and never again; a repeated answer does not have it
--- either. When it is lost, delete the endpoint and register it anew.
---
--- keyed: carries an idempotency key, so it is repeated after a lost answer and done once.
--- Scopes: webhooks.write.
--- Inferred: no document names it; its path and names may turn out to be different.
---@param arguments prospectb2b.webhooks.create.Arguments
---@return prospectb2b.webhooks.create.Result
function prospectb2b.webhooks.create(arguments) end

---@class prospectb2b.webhooks.delete.Arguments
---@field webhook_id string Id of the endpoint, from `webhooks.list`. (at least 1 character)

---@class prospectb2b.webhooks.delete.Result
---@field created_at? string
---@field description? string
---@field enabled? boolean
---@field events? string[]
---@field id? string
---@field object? string
---@field signing_secret_prefix? string
---@field updated_at? string
---@field url? string

--- Deletes a webhook endpoint and gives back its last state.
---
--- Nothing more is sent to it.
---
--- natural: doing it twice changes nothing more; repeated after a lost answer.
--- Scopes: webhooks.write.
--- Inferred: no document names it; its path and names may turn out to be different.
---@param arguments prospectb2b.webhooks.delete.Arguments
---@return prospectb2b.webhooks.delete.Result
function prospectb2b.webhooks.delete(arguments) end

---@class prospectb2b.webhooks.deliveries.Arguments
---@field webhook_id string Id of the endpoint, from `webhooks.list`. (at least 1 character)
---@field cursor? string Where to start: the `next_cursor` of an earlier page. (inferred)
---@field limit? integer Rows in one page; 100 when absent. (1 to 100; inferred)

---@class prospectb2b.webhooks.deliveries.Item
---@field attempt_count? integer
---@field created_at? string
---@field error_message? string
---@field event? string
---@field id? string
---@field last_attempt_at? string
---@field next_attempt_at? string
---@field object? string
---@field response_body_snippet? string
---@field response_status_code? integer
---@field status? string
---@field updated_at? string
---@field webhook_id? string

---@class prospectb2b.webhooks.deliveries.List: prospect.List
---@field next fun(self: prospectb2b.webhooks.deliveries.List): prospectb2b.webhooks.deliveries.Item?
---@field pages fun(self: prospectb2b.webhooks.deliveries.List): fun(): prospectb2b.webhooks.deliveries.Item[]?
---@field first fun(self: prospectb2b.webhooks.deliveries.List, n: integer): prospectb2b.webhooks.deliveries.Item[]
---@field collect fun(self: prospectb2b.webhooks.deliveries.List): prospectb2b.webhooks.deliveries.Item[]
---@overload fun(): prospectb2b.webhooks.deliveries.Item?

--- Lists what was sent to a webhook endpoint, failures included.
---
--- Failed deliveries are tried again by themselves, with the same id: receivers must be idempotent.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: webhooks.read.
--- Inferred: no document names it; its path and names may turn out to be different.
---@param arguments prospectb2b.webhooks.deliveries.Arguments
---@return prospectb2b.webhooks.deliveries.List
function prospectb2b.webhooks.deliveries(arguments) end

---@class prospectb2b.webhooks.get.Arguments
---@field webhook_id string Id of the endpoint, from `webhooks.list`. (at least 1 character)

---@class prospectb2b.webhooks.get.Result
---@field created_at? string
---@field description? string
---@field enabled? boolean
---@field events? string[]
---@field id? string
---@field object? string
---@field signing_secret_prefix? string
---@field updated_at? string
---@field url? string

--- Reads a webhook endpoint.
---
--- Only the prefix of its signing secret is kept.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: webhooks.read.
--- Inferred: no document names it; its path and names may turn out to be different.
---@param arguments prospectb2b.webhooks.get.Arguments
---@return prospectb2b.webhooks.get.Result
function prospectb2b.webhooks.get(arguments) end

---@class prospectb2b.webhooks.list.Arguments
---@field cursor? string Where to start: the `next_cursor` of an earlier page. (inferred)
---@field limit? integer Rows in one page; 100 when absent. (1 to 100; inferred)

---@class prospectb2b.webhooks.list.Item
---@field created_at? string
---@field description? string
---@field enabled? boolean
---@field events? string[]
---@field id? string
---@field object? string
---@field signing_secret_prefix? string
---@field updated_at? string
---@field url? string

---@class prospectb2b.webhooks.list.List: prospect.List
---@field next fun(self: prospectb2b.webhooks.list.List): prospectb2b.webhooks.list.Item?
---@field pages fun(self: prospectb2b.webhooks.list.List): fun(): prospectb2b.webhooks.list.Item[]?
---@field first fun(self: prospectb2b.webhooks.list.List, n: integer): prospectb2b.webhooks.list.Item[]
---@field collect fun(self: prospectb2b.webhooks.list.List): prospectb2b.webhooks.list.Item[]
---@overload fun(): prospectb2b.webhooks.list.Item?

--- Lists the registered webhook endpoints.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: webhooks.read.
--- Inferred: no document names it; its path and names may turn out to be different.
---@param arguments? prospectb2b.webhooks.list.Arguments
---@return prospectb2b.webhooks.list.List
function prospectb2b.webhooks.list(arguments) end

---@class prospectb2b.webhooks.retry.Arguments
---@field delivery_id string Id of the delivery, from `webhooks.deliveries`. (at least 1 character)
---@field webhook_id string Id of the endpoint, from `webhooks.list`. (at least 1 character)

---@class prospectb2b.webhooks.retry.Result
---@field attempt_count? integer
---@field created_at? string
---@field error_message? string
---@field event? string
---@field id? string
---@field last_attempt_at? string
---@field next_attempt_at? string
---@field object? string
---@field response_body_snippet? string
---@field response_status_code? integer
---@field status? string
---@field updated_at? string
---@field webhook_id? string

--- Sends a delivery again, with the same id and a new signature.
---
--- keyed: carries an idempotency key, so it is repeated after a lost answer and done once.
--- Scopes: webhooks.write.
--- Inferred: no document names it; its path and names may turn out to be different.
---@param arguments prospectb2b.webhooks.retry.Arguments
---@return prospectb2b.webhooks.retry.Result
function prospectb2b.webhooks.retry(arguments) end

---@class prospectb2b.webhooks.update.Arguments
---@field webhook_id string Id of the endpoint, from `webhooks.list`. (at least 1 character)
---@field description? string What the endpoint is for. (inferred)
---@field enabled? boolean Whether events are sent. (inferred)
---@field events? ("lead.created"|"lead.updated"|"import.completed"|"import.failed"|"export.completed"|"export.failed"|"campaign.created"|"campaign.updated"|"campaign.published")[] The events to send; name only those that are needed. (at least 1 element)
---@field url? string Where the events are sent: https; the sandbox also takes http on loopback. (at least 1 character; inferred)

---@class prospectb2b.webhooks.update.Result
---@field created_at? string
---@field description? string
---@field enabled? boolean
---@field events? string[]
---@field id? string
---@field object? string
---@field signing_secret_prefix? string
---@field updated_at? string
---@field url? string

--- Changes a webhook endpoint.
---
--- natural: doing it twice changes nothing more; repeated after a lost answer.
--- Scopes: webhooks.write.
--- Inferred: no document names it; its path and names may turn out to be different.
--- At least one of url, events, description, enabled.
---@param arguments prospectb2b.webhooks.update.Arguments
---@return prospectb2b.webhooks.update.Result
function prospectb2b.webhooks.update(arguments) end

---@class prospectb2b.workflows.create.Arguments
---@field name? string Name of the workflow; `Untitled workflow` when a new one has none. (inferred)
---@field status? string Such as `active`, which a new workflow is, or `archived`. (inferred)

---@class prospectb2b.workflows.create.Result
---@field created_at? string
---@field id? string
---@field name? string
---@field object? string
---@field status? string
---@field updated_at? string

--- Creates a prospector workflow.
---
--- What else a workflow can be given is not documented.
---
--- keyed: carries an idempotency key, so it is repeated after a lost answer and done once.
--- Scopes: prospector.run.
---@param arguments? prospectb2b.workflows.create.Arguments
---@return prospectb2b.workflows.create.Result
function prospectb2b.workflows.create(arguments) end

---@class prospectb2b.workflows.delete.Arguments
---@field workflow_id string Id of the workflow, from `workflows.list`. (at least 1 character)

---@class prospectb2b.workflows.delete.Result
---@field created_at? string
---@field id? string
---@field name? string
---@field object? string
---@field status? string
---@field updated_at? string

--- Deletes a prospector workflow and gives back its last state.
---
--- Its runs stay readable. A workflow with a run that has not ended is refused with 409.
---
--- natural: doing it twice changes nothing more; repeated after a lost answer.
--- Scopes: prospector.run.
---@param arguments prospectb2b.workflows.delete.Arguments
---@return prospectb2b.workflows.delete.Result
function prospectb2b.workflows.delete(arguments) end

---@class prospectb2b.workflows.get.Arguments
---@field workflow_id string Id of the workflow, from `workflows.list`. (at least 1 character)

---@class prospectb2b.workflows.get.Result
---@field created_at? string
---@field id? string
---@field name? string
---@field object? string
---@field status? string
---@field updated_at? string

--- Reads a prospector workflow.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: prospector.read.
---@param arguments prospectb2b.workflows.get.Arguments
---@return prospectb2b.workflows.get.Result
function prospectb2b.workflows.get(arguments) end

---@class prospectb2b.workflows.list.Arguments
---@field cursor? string Where to start: the `next_cursor` of an earlier page. (inferred)
---@field limit? integer Rows in one page; 100 when absent. (1 to 100; inferred)

---@class prospectb2b.workflows.list.Item
---@field created_at? string
---@field id? string
---@field name? string
---@field object? string
---@field status? string
---@field updated_at? string

---@class prospectb2b.workflows.list.List: prospect.List
---@field next fun(self: prospectb2b.workflows.list.List): prospectb2b.workflows.list.Item?
---@field pages fun(self: prospectb2b.workflows.list.List): fun(): prospectb2b.workflows.list.Item[]?
---@field first fun(self: prospectb2b.workflows.list.List, n: integer): prospectb2b.workflows.list.Item[]
---@field collect fun(self: prospectb2b.workflows.list.List): prospectb2b.workflows.list.Item[]
---@overload fun(): prospectb2b.workflows.list.Item?

--- Lists the prospector workflows of the workspace.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: prospector.read.
---@param arguments? prospectb2b.workflows.list.Arguments
---@return prospectb2b.workflows.list.List
function prospectb2b.workflows.list(arguments) end

---@class prospectb2b.workflows.run.Arguments
---@field workflow_id string Id of the workflow, from `workflows.list`. (at least 1 character)

---@class prospectb2b.workflows.run.Result
---@field created_at? string
---@field id? string
---@field object? string
---@field status? string
---@field updated_at? string
---@field workflow_id? string

---@class prospectb2b.workflows.run.Job: prospect.Job, prospectb2b.workflows.run.Result
---@field wait fun(self: prospectb2b.workflows.run.Job, options?: prospect.WaitOptions): prospectb2b.workflows.run.Job
---@field results fun(self: prospectb2b.workflows.run.Job): prospectb2b.runs.results.List

--- Runs a prospector workflow now.
---
--- No webhook event covers prospector runs. An archived workflow is refused with 409.
---
--- keyed: carries an idempotency key, so it is repeated after a lost answer and done once.
--- Scopes: prospector.run.
---@param arguments prospectb2b.workflows.run.Arguments
---@return prospectb2b.workflows.run.Job
function prospectb2b.workflows.run(arguments) end

--- Picks up a job that `workflows.run` started in another recipe, or in an earlier run.
---@param job string|{ id: string } its id
---@return prospectb2b.workflows.run.Job
function prospectb2b.workflows.job(job) end

---@class prospectb2b.workflows.runs.Arguments
---@field workflow_id string Id of the workflow, from `workflows.list`. (at least 1 character)
---@field cursor? string Where to start: the `next_cursor` of an earlier page. (inferred)
---@field limit? integer Rows in one page; 100 when absent. (1 to 100; inferred)

---@class prospectb2b.workflows.runs.Item
---@field created_at? string
---@field id? string
---@field object? string
---@field status? string
---@field updated_at? string
---@field workflow_id? string

---@class prospectb2b.workflows.runs.List: prospect.List
---@field next fun(self: prospectb2b.workflows.runs.List): prospectb2b.workflows.runs.Item?
---@field pages fun(self: prospectb2b.workflows.runs.List): fun(): prospectb2b.workflows.runs.Item[]?
---@field first fun(self: prospectb2b.workflows.runs.List, n: integer): prospectb2b.workflows.runs.Item[]
---@field collect fun(self: prospectb2b.workflows.runs.List): prospectb2b.workflows.runs.Item[]
---@overload fun(): prospectb2b.workflows.runs.Item?

--- Lists the runs of a prospector workflow.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: prospector.read.
---@param arguments prospectb2b.workflows.runs.Arguments
---@return prospectb2b.workflows.runs.List
function prospectb2b.workflows.runs(arguments) end

---@class prospectb2b.workflows.update.Arguments
---@field workflow_id string Id of the workflow, from `workflows.list`. (at least 1 character)
---@field name? string Name of the workflow; `Untitled workflow` when a new one has none. (inferred)
---@field status? string Such as `active`, which a new workflow is, or `archived`. (inferred)

---@class prospectb2b.workflows.update.Result
---@field created_at? string
---@field id? string
---@field name? string
---@field object? string
---@field status? string
---@field updated_at? string

--- Changes a prospector workflow.
---
--- natural: doing it twice changes nothing more; repeated after a lost answer.
--- Scopes: prospector.run.
---@param arguments prospectb2b.workflows.update.Arguments
---@return prospectb2b.workflows.update.Result
function prospectb2b.workflows.update(arguments) end

return prospectb2b

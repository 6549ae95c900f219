---@meta prospectb2b
-- Written by prospect-run; changes are lost.

--- ProspectB2B
---@class prospectb2b
local prospectb2b = {}

---@class prospectb2b.leads
prospectb2b.leads = {}

---@class prospectb2b.runs
prospectb2b.runs = {}

---@class prospectb2b.workflows
prospectb2b.workflows = {}

---@class prospectb2b.leads.create.Arguments
---@field company_name? string Name of the company.
---@field custom_fields? table<string, any> Values of the workspace's own fields, by key. (inferred)
---@field email? string E-mail address; upper and lower case are the same.
---@field external_id? string|prospect.Null Your own id of the lead; an upsert looks for it first. (inferred)
---@field full_name? string Name of the person.
---@field job_title? string|prospect.Null Position in the company. (inferred)
---@field phone? string|prospect.Null Telephone number. (inferred)
---@field source? string|prospect.Null Where the lead comes from. (inferred)
---@field status? string|prospect.Null Place in the pipeline, in the workspace's own words. (inferred)
---@field tags? string[] Labels of the lead. (inferred)
---@field website? string|prospect.Null Address of the company's website. (inferred)

--- Creates a lead, even when another one has the same e-mail address.
---
--- keyed: carries an idempotency key, so it is repeated after a lost answer and done once.
--- Scopes: leads.write.
--- At least one of email, full_name.
---@param arguments prospectb2b.leads.create.Arguments
---@return table<string, any>
function prospectb2b.leads.create(arguments) end

---@class prospectb2b.leads.list.Arguments
---@field cursor? string Where to start: the `next_cursor` of an earlier page. (inferred)
---@field limit? integer Rows in one page; 100 when absent. (1 to 100; inferred)
---@field updated_after? string Only leads changed after this instant.

---@class prospectb2b.leads.list.List: prospect.List
---@field next fun(self: prospectb2b.leads.list.List): table<string, any>?
---@field pages fun(self: prospectb2b.leads.list.List): fun(): table<string, any>[]?
---@field first fun(self: prospectb2b.leads.list.List, n: integer): table<string, any>[]
---@field collect fun(self: prospectb2b.leads.list.List): table<string, any>[]
---@overload fun(): table<string, any>?

--- Lists leads in the order of their last change.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: leads.read.
--- Inferred: no document names it; its path and names may turn out to be different.
---@param arguments? prospectb2b.leads.list.Arguments
---@return prospectb2b.leads.list.List
function prospectb2b.leads.list(arguments) end

---@class prospectb2b.leads.upsert.Arguments
---@field company_name? string Name of the company.
---@field custom_fields? table<string, any> Values of the workspace's own fields, by key. (inferred)
---@field email? string E-mail address; upper and lower case are the same.
---@field external_id? string|prospect.Null Your own id of the lead; an upsert looks for it first. (inferred)
---@field full_name? string Name of the person.
---@field job_title? string|prospect.Null Position in the company. (inferred)
---@field phone? string|prospect.Null Telephone number. (inferred)
---@field source? string|prospect.Null Where the lead comes from. (inferred)
---@field status? string|prospect.Null Place in the pipeline, in the workspace's own words. (inferred)
---@field tags? string[] Labels of the lead. (inferred)
---@field website? string|prospect.Null Address of the company's website. (inferred)

--- Updates the lead with this `external_id`, or else with this `email`; creates it when there is
--- none.
---
--- keyed: carries an idempotency key, so it is repeated after a lost answer and done once.
--- Scopes: leads.write.
--- Inferred: no document names it; its path and names may turn out to be different.
--- At least one of external_id, email.
---@param arguments prospectb2b.leads.upsert.Arguments
---@return table<string, any>
function prospectb2b.leads.upsert(arguments) end

--- Reads who the key is, its scopes, and whether it may only read.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: me.read.
---@return table<string, any>
function prospectb2b.me() end

---@class prospectb2b.runs.get.Arguments
---@field run_id string Id of the run.

--- Reads a run of a prospector workflow.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: prospector.read.
---@param arguments prospectb2b.runs.get.Arguments
---@return table<string, any>
function prospectb2b.runs.get(arguments) end

---@class prospectb2b.runs.results.Arguments
---@field run_id string Id of the run.
---@field cursor? string Where to start: the `next_cursor` of an earlier page. (inferred)
---@field limit? integer Rows in one page; 100 when absent. (1 to 100; inferred)

---@class prospectb2b.runs.results.List: prospect.List
---@field next fun(self: prospectb2b.runs.results.List): table<string, any>?
---@field pages fun(self: prospectb2b.runs.results.List): fun(): table<string, any>[]?
---@field first fun(self: prospectb2b.runs.results.List, n: integer): table<string, any>[]
---@field collect fun(self: prospectb2b.runs.results.List): table<string, any>[]
---@overload fun(): table<string, any>?

--- Lists what a run found; an unfinished run answers with what it has so far.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: prospector.read.
---@param arguments prospectb2b.runs.results.Arguments
---@return prospectb2b.runs.results.List
function prospectb2b.runs.results(arguments) end

---@class prospectb2b.workflows.list.Arguments
---@field cursor? string Where to start: the `next_cursor` of an earlier page. (inferred)
---@field limit? integer Rows in one page; 100 when absent. (1 to 100; inferred)

---@class prospectb2b.workflows.list.List: prospect.List
---@field next fun(self: prospectb2b.workflows.list.List): table<string, any>?
---@field pages fun(self: prospectb2b.workflows.list.List): fun(): table<string, any>[]?
---@field first fun(self: prospectb2b.workflows.list.List, n: integer): table<string, any>[]
---@field collect fun(self: prospectb2b.workflows.list.List): table<string, any>[]
---@overload fun(): table<string, any>?

--- Lists the prospector workflows of the workspace.
---
--- read: changes nothing; repeated after a lost answer.
--- Scopes: prospector.read.
---@param arguments? prospectb2b.workflows.list.Arguments
---@return prospectb2b.workflows.list.List
function prospectb2b.workflows.list(arguments) end

---@class prospectb2b.workflows.run.Arguments
---@field workflow_id string Id of a workflow from `workflows.list`.

---@class prospectb2b.workflows.run.Job: prospect.Job
---@field wait fun(self: prospectb2b.workflows.run.Job, options?: prospect.WaitOptions): prospectb2b.workflows.run.Job
---@field results fun(self: prospectb2b.workflows.run.Job): prospectb2b.runs.results.List

--- Runs a prospector workflow now.
---
--- keyed: carries an idempotency key, so it is repeated after a lost answer and done once.
--- Scopes: prospector.run.
---@param arguments prospectb2b.workflows.run.Arguments
---@return prospectb2b.workflows.run.Job
function prospectb2b.workflows.run(arguments) end

return prospectb2b

-- ProspectB2B: the CRM. Leads go in, prospector workflows and campaigns run over them, webhooks tell.
--
--   crm.leads.upsert { email = "ada@example.com", company_name = "Analytical Engine Inc." }
--   for lead in crm.leads.list { updated_after = "2026-11-01T00:00:00Z" } do … end
--   local run = crm.workflows.run { workflow_id = "wf_01" }:wait()
--
-- Fifteen methods and paths are printed in a seed or on a stored page; the others follow from the same
-- conventions and are marked `inferred`. A wrong one is corrected in its entry here, and nowhere else.

-- Every list is paged by cursor. The names of the two parameters are inferred.
local pages = {
  style = "cursor",
  items = "data",
  next = "pagination.next_cursor",
  more = "pagination.has_more",
  argument = "cursor",
  size = { argument = "limit", value = 100 },
}

local cursor = {
  type = "string",
  summary = "Where to start: the `next_cursor` of an earlier page.",
  source = "inferred",
}

local limit = {
  type = "integer",
  summary = "Rows in one page; 100 when absent.",
  min = 1,
  max = 100,
  source = "inferred",
}

---The id in an operation's path.
local function id_of(thing, from)
  return {
    type = "string",
    summary = ("Id of the %s%s."):format(thing, from and (", from `%s`"):format(from) or ""),
    required = true,
    min_length = 1,
  }
end

---A table with what both have; `more` wins.
local function with(base, more)
  local both = {}
  for name, value in pairs(base) do
    both[name] = value
  end
  for name, value in pairs(more) do
    both[name] = value
  end
  return both
end

---The parameters of a list, beside those of its own.
local function listed(own)
  return with({ cursor = cursor, limit = limit }, own or {})
end

---The documented fields of a resource: the four that every one begins with, and its own.
local function resource(own)
  return with({
    id = "string",
    object = "string",
    created_at = "date-time",
    updated_at = "date-time",
  }, own)
end

-- What a lead may carry. An absent field is left alone, `json.null` clears it.
local lead_fields = {
  email = {
    type = "string",
    summary = "E-mail address; upper and lower case are the same.",
    source = "seed",
  },
  full_name = {
    type = "string",
    summary = "Name of the person.",
    source = "seed",
  },
  company_name = {
    type = "string",
    summary = "Name of the company.",
    source = "seed",
  },
  external_id = {
    type = "string",
    summary = "Your own id of the lead; an upsert looks for it first.",
    nullable = true,
    source = "inferred",
  },
  phone = {
    type = "string",
    summary = "Telephone number.",
    nullable = true,
    source = "inferred",
  },
  job_title = {
    type = "string",
    summary = "Position in the company.",
    nullable = true,
    source = "inferred",
  },
  website = {
    type = "string",
    summary = "Address of the company's website.",
    nullable = true,
    source = "inferred",
  },
  source = {
    type = "string",
    summary = "Where the lead comes from.",
    nullable = true,
    source = "inferred",
  },
  status = {
    type = "string",
    summary = "Place in the pipeline, in the workspace's own words.",
    nullable = true,
    source = "inferred",
  },
  tags = {
    type = "string[]",
    summary = "Labels of the lead.",
    source = "inferred",
  },
  custom_fields = {
    type = "object",
    summary = "Values of the workspace's own fields, by the `key` that `fields.list` says.",
    source = "inferred",
  },
}

local lead_names = {}
for name in pairs(lead_fields) do
  lead_names[#lead_names + 1] = name
end
table.sort(lead_names)

local lead = resource {
  full_name = "string",
  email = "string",
  company_name = "string",
  external_id = "string",
  phone = "string",
  job_title = "string",
  website = "string",
  source = "string",
  status = "string",
  tags = "string[]",
  custom_fields = "object",
}

local import = resource {
  name = "string",
  status = "string",
  mode = "string",
  mapping = "object",
  job_id = "string",
  total_rows = "integer",
  processed_rows = "integer",
  created_count = "integer",
  updated_count = "integer",
  failed_count = "integer",
  completed_at = "date-time",
  origin_request_id = "string",
}

local export = resource {
  status = "string",
  resource = "string",
  format = "string",
  row_count = "integer",
  job_id = "string",
  completed_at = "date-time",
  error_message = "string",
  origin_request_id = "string",
}

local job = resource {
  type = "string",
  status = "string",
  resource_type = "string",
  resource_id = "string",
  progress = "object",
  error = "object",
  started_at = "date-time",
  finished_at = "date-time",
  origin_request_id = "string",
}

local endpoint = resource {
  url = "string",
  events = "string[]",
  enabled = "boolean",
  description = "string",
  signing_secret_prefix = "string",
}

local delivery = resource {
  webhook_id = "string",
  event = "string",
  status = "string",
  attempt_count = "integer",
  response_status_code = "integer",
  response_body_snippet = "string",
  error_message = "string",
  last_attempt_at = "date-time",
  next_attempt_at = "date-time",
}

local campaign = resource {
  status = "string",
  enabled = "boolean",
  prospector_workflow_id = "string",
  name = "string",
  published_at = "date-time",
}

local campaign_run = resource {
  campaign_id = "string",
  status = "string",
  job_id = "string",
  sent_count = "integer",
  failed_count = "integer",
  started_at = "date-time",
  finished_at = "date-time",
}

local ticket = resource {
  subject = "string",
  status = "string",
  priority = "string",
  related_request_id = "string",
}

local thread = resource {
  lead_id = "string",
  subject = "string",
  channel = "string",
  unread = "boolean",
  last_message_at = "date-time",
}

local workflow = resource { name = "string", status = "string" }
local run = resource { status = "string", workflow_id = "string" }

-- The nine events; nothing covers jobs, prospector runs, campaign runs, the inbox or deletions.
local events = {
  "lead.created",
  "lead.updated",
  "import.completed",
  "import.failed",
  "export.completed",
  "export.failed",
  "campaign.created",
  "campaign.updated",
  "campaign.published",
}

local endpoint_fields = {
  url = {
    type = "string",
    summary = "Where the events are sent: https; the sandbox also takes http on loopback.",
    min_length = 1,
    source = "inferred",
  },
  events = {
    type = "string[]",
    summary = "The events to send; name only those that are needed.",
    min_items = 1,
    enum = events,
    source = "pages",
  },
  description = {
    type = "string",
    summary = "What the endpoint is for.",
    source = "inferred",
  },
  enabled = {
    type = "boolean",
    summary = "Whether events are sent.",
    default = true,
    source = "inferred",
  },
}

local campaign_fields = {
  name = {
    type = "string",
    summary = "Name of the campaign.",
    source = "inferred",
  },
  enabled = {
    type = "boolean",
    summary = "Whether the campaign is switched on; a new one is not.",
    source = "pages",
  },
  prospector_workflow_id = {
    type = "string",
    summary = "The workflow that finds its leads, from `workflows.list`.",
    nullable = true,
    source = "pages",
  },
}

local workflow_fields = {
  name = {
    type = "string",
    summary = "Name of the workflow; `Untitled workflow` when a new one has none.",
    source = "inferred",
  },
  status = {
    type = "string",
    summary = "Such as `active`, which a new workflow is, or `archived`.",
    source = "inferred",
  },
}

---Requires what a new record must have, which a change may leave out.
local function require_fields(fields, ...)
  local required = {}
  for _, name in ipairs { ... } do
    required[name] = with(fields[name], { required = true })
  end
  return with(fields, required)
end

local sends_messages = "it may send real messages to real people"

return {
  name = "prospectb2b",
  title = "ProspectB2B",
  summary = "A CRM for prospecting: leads, imports, campaigns, prospector workflows, webhooks.",
  base_url = "https://login.prospectb2b.com/api/public/v1",
  authentication = { scheme = "bearer", environment = "PROSPECTB2B_API_KEY" },
  identity = { operation = "me", scopes = "scopes", read_only = "read_only", expires = "key.expires_at" },

  -- The members of an error are not published; the first path that is there counts.
  errors = {
    message = { "error.message", "message", "detail" },
    code = { "error.code", "code" },
    request_id = { "request_id", "error.request_id" },
  },
  request_id = { header = "X-Request-Id", body = "request_id" },

  -- The life of a key is not documented; a day is what careful services keep.
  idempotency = { header = "Idempotency-Key", life = "24h" },

  operations = {
    me = {
      summary = "Reads who the key is, its scopes, and whether it may only read.",
      notes = "A granted scope can still be refused with 403: the rights of the membership that issued the key "
        .. "count too.",
      method = "GET",
      path = "/me",
      effect = "read",
      source = "seed",
      scopes = { "me.read" },
      result = "data",
      returns = resource {
        scopes = "string[]",
        read_only = "boolean",
        key = "object",
        workspace = "object",
        membership = "object",
      },
      example = [[
local me = prospectb2b.me()
print(#me.scopes, me.read_only)]],
    },

    -- Leads.

    ["leads.list"] = {
      summary = "Lists leads in the order of their last change.",
      notes = "For a mirror, keep the highest `updated_at` once the last page is read, step back a few seconds, and "
        .. "drop duplicates by `id` and `updated_at`. Deletions do not show up.",
      method = "GET",
      path = "/leads",
      effect = "read",
      source = "inferred",
      scopes = { "leads.read" },
      parameters = listed {
        updated_after = {
          type = "date-time",
          summary = "Only leads changed after this instant.",
          source = "pages",
        },
      },
      paging = pages,
      returns = lead,
      example = [[
for lead in prospectb2b.leads.list { updated_after = "2026-01-01T00:00:00Z" } do
  print(lead.email)
end]],
    },

    ["leads.create"] = {
      summary = "Creates a lead, even when another one has the same e-mail address.",
      notes = "`leads.upsert` merges instead. Emits `lead.created`.",
      method = "POST",
      path = "/leads",
      effect = "keyed",
      source = "seed",
      scopes = { "leads.write" },
      parameters = lead_fields,
      at_least_one = { "email", "full_name" },
      result = "data",
      returns = lead,
      example = [[
local lead = prospectb2b.leads.create { full_name = "Ada Lovelace", email = "ada@example.com" }
print(lead.id)]],
    },

    ["leads.upsert"] = {
      summary = "Updates the lead with this `external_id`, or else with this `email`; "
        .. "creates it when there is none.",
      notes = "An absent field is left alone, `json.null` clears it. Emits `lead.created` or `lead.updated`.",
      method = "POST",
      path = "/leads/upsert",
      effect = "keyed",
      source = "inferred",
      scopes = { "leads.write" },
      parameters = lead_fields,
      at_least_one = { "external_id", "email" },
      result = "data",
      returns = lead,
      example = [[
local lead = prospectb2b.leads.upsert { email = "ada@example.com", company_name = "Analytical Engine Inc." }
print(lead.id, lead.company_name)]],
    },

    ["leads.bulk"] = {
      summary = "Writes up to 100 leads in one call and says for each what became of it.",
      notes = "The call succeeds even when items fail: look at `failed_count` and at each item's `outcome`, which is "
        .. "`created`, `updated` or `failed`. Only its existence is documented.",
      method = "POST",
      path = "/leads/bulk",
      effect = "keyed",
      source = "inferred",
      scopes = { "leads.write" },
      parameters = {
        mode = {
          type = "string",
          summary = "Whether leads that exist are updated or made again.",
          enum = { "create", "upsert" },
          default = "upsert",
          source = "inferred",
        },
        leads = {
          type = "object[]",
          summary = "The leads, with the same fields as in `leads.create`.",
          required = true,
          min_items = 1,
          max_items = 100,
          fields = lead_fields,
          source = "inferred",
        },
      },
      result = "data",
      returns = resource {
        created_count = "integer",
        updated_count = "integer",
        failed_count = "integer",
        items = "object[]",
      },
      example = [[
local result = prospectb2b.leads.bulk {
  leads = { { email = "ada@example.com" }, { email = "grace@example.com", full_name = "Grace Hopper" } },
}
for _, item in ipairs(result.items) do
  print(item.index, item.outcome)
end]],
    },

    ["leads.get"] = {
      summary = "Reads a lead.",
      method = "GET",
      path = "/leads/{lead_id}",
      effect = "read",
      source = "inferred",
      scopes = { "leads.read" },
      parameters = { lead_id = id_of("lead", "leads.list") },
      result = "data",
      returns = lead,
      example = [[
local made = prospectb2b.leads.create { email = "ada@example.com" }
print(prospectb2b.leads.get({ lead_id = made.id }).email)]],
    },

    ["leads.update"] = {
      summary = "Changes a lead.",
      notes = "An absent field is left alone, `json.null` clears it. Emits `lead.updated`, unless nothing changes.",
      method = "PATCH",
      path = "/leads/{lead_id}",
      effect = "natural",
      source = "inferred",
      scopes = { "leads.write" },
      parameters = with(lead_fields, { lead_id = id_of("lead", "leads.list") }),
      at_least_one = lead_names,
      result = "data",
      returns = lead,
      example = [[
local made = prospectb2b.leads.create { email = "ada@example.com" }
local lead = prospectb2b.leads.update { lead_id = made.id, status = "contacted" }
print(lead.status)]],
    },

    ["leads.activities"] = {
      summary = "Lists what happened to a lead.",
      method = "GET",
      path = "/leads/{lead_id}/activities",
      effect = "read",
      source = "inferred",
      scopes = { "leads.read" },
      parameters = listed { lead_id = id_of("lead", "leads.list") },
      paging = pages,
      returns = resource {
        lead_id = "string",
        type = "string",
        summary = "string",
        occurred_at = "date-time",
      },
      example = [[
local made = prospectb2b.leads.create { email = "ada@example.com" }
for activity in prospectb2b.leads.activities { lead_id = made.id } do
  print(activity.type, activity.occurred_at)
end]],
    },

    ["leads.messages"] = {
      summary = "Lists the messages that were exchanged with a lead.",
      method = "GET",
      path = "/leads/{lead_id}/messages",
      effect = "read",
      source = "inferred",
      scopes = { "messages.read" },
      parameters = listed { lead_id = id_of("lead", "leads.list") },
      paging = pages,
      returns = resource {
        lead_id = "string",
        thread_id = "string",
        direction = "string",
        channel = "string",
        subject = "string",
        body_text = "string",
        sent_at = "date-time",
      },
      example = [[
local made = prospectb2b.leads.create { email = "ada@example.com" }
print(#prospectb2b.leads.messages({ lead_id = made.id }):collect())]],
    },

    ["fields.list"] = {
      summary = "Lists the fields that the workspace added to its leads.",
      notes = "Their `key` is what `custom_fields` and the mapping of an import use.",
      method = "GET",
      path = "/lead-fields",
      effect = "read",
      source = "inferred",
      scopes = { "lead-fields.read" },
      parameters = listed(),
      paging = pages,
      returns = resource {
        key = "string",
        label = "string",
        type = "string",
        required = "boolean",
        options = "string[]",
      },
      example = [[
for field in prospectb2b.fields.list() do
  print(field.key, field.type)
end]],
    },

    -- Imports and exports.

    ["imports.list"] = {
      summary = "Lists the imports of leads.",
      method = "GET",
      path = "/imports",
      effect = "read",
      source = "inferred",
      scopes = { "leads.import" },
      parameters = listed(),
      paging = pages,
      returns = import,
      example = [[
for import in prospectb2b.imports.list() do
  print(import.id, import.status, import.failed_count)
end]],
    },

    ["imports.create"] = {
      summary = "Imports up to 1,000 rows as leads.",
      notes = "Rows that cannot be written do not fail the import: it ends as `completed` with a `failed_count`, and "
        .. "`imports.errors` says what is wrong with each. Send only those rows again. `failed` means that nothing "
        .. "usable was imported.",
      method = "POST",
      path = "/imports",
      effect = "keyed",
      source = "inferred",
      scopes = { "leads.import" },
      parameters = {
        name = {
          type = "string",
          summary = "What the import is called.",
          source = "inferred",
        },
        mode = {
          type = "string",
          summary = "Whether leads that exist are updated or made again.",
          enum = { "create", "upsert" },
          default = "upsert",
          source = "inferred",
        },
        mapping = {
          type = "object",
          summary = "Field of a lead by column of a row; a column that is missing here is matched by its own name. "
            .. "A field that does not exist refuses the whole import.",
          source = "inferred",
        },
        rows = {
          type = "object[]",
          summary = "The rows: tables of values by column.",
          required = true,
          min_items = 1,
          max_items = 1000,
          source = "inferred",
        },
      },
      result = "data",
      returns = import,
      job = {
        id = "id",
        poll = "imports.get",
        argument = "import_id",
        status = "status",
        done = { "completed" },
        failed = { "failed" },
        message = { "error_message", "error.message" },
        results = { operation = "imports.errors", argument = "import_id" },
        timeout = "30m",
      },
      example = [[
local import = prospectb2b.imports.create {
  mapping = { Mail = "email", Firm = "company_name" },
  rows = { { Mail = "ada@example.com", Firm = "Analytical Engine Inc." }, { Mail = "no address" } },
}
import:wait { timeout = "5m" }
for wrong in import:results() do
  print(wrong.row_number, wrong.field, wrong.message)
end]],
    },

    ["imports.get"] = {
      summary = "Reads an import and how far it is.",
      method = "GET",
      path = "/imports/{import_id}",
      effect = "read",
      source = "inferred",
      scopes = { "leads.import" },
      parameters = { import_id = id_of("import", "imports.list") },
      result = "data",
      returns = import,
      example = [[
local import = prospectb2b.imports.create { rows = { { email = "ada@example.com" } } }
print(prospectb2b.imports.get({ import_id = import.id }).status)]],
    },

    ["imports.errors"] = {
      summary = "Lists the rows of an import that could not be written, and why.",
      notes = "`row_number` counts from 1.",
      method = "GET",
      path = "/imports/{import_id}/errors",
      effect = "read",
      source = "inferred",
      scopes = { "leads.import" },
      parameters = listed { import_id = id_of("import", "imports.list") },
      paging = pages,
      returns = resource {
        import_id = "string",
        row_number = "integer",
        field = "string",
        code = "string",
        message = "string",
        raw_value = "any",
      },
      example = [[
local import = prospectb2b.imports.create { rows = { { email = "ada@example.com" }, { email = "nobody" } } }
import:wait { timeout = "5m" }
for wrong in prospectb2b.imports.errors { import_id = import.id } do
  print(wrong.row_number, wrong.message)
end]],
    },

    ["exports.list"] = {
      summary = "Lists the exports of leads.",
      method = "GET",
      path = "/exports",
      effect = "read",
      source = "inferred",
      scopes = { "leads.export" },
      parameters = listed(),
      paging = pages,
      returns = export,
      example = [[
for export in prospectb2b.exports.list() do
  print(export.id, export.status)
end]],
    },

    ["exports.create"] = {
      summary = "Makes a file of leads inside ProspectB2B.",
      notes = "No link to the file exists: a person fetches it in the web product, and `job:results()` says whether it "
        .. "is ready. For the data itself, use `leads.list`.",
      method = "POST",
      path = "/exports",
      effect = "keyed",
      source = "inferred",
      scopes = { "leads.export" },
      parameters = {
        resource = {
          type = "string",
          summary = "What is exported.",
          enum = { "leads" },
          default = "leads",
          source = "inferred",
        },
        format = {
          type = "string",
          summary = "Form of the file.",
          enum = { "csv", "json" },
          default = "csv",
          source = "inferred",
        },
        fields = {
          type = "string[]",
          summary = "The fields of a lead that the file has.",
          source = "inferred",
        },
        filters = {
          type = "object",
          summary = "Which leads.",
          source = "inferred",
          fields = {
            updated_after = {
              type = "date-time",
              summary = "Only leads changed after this instant.",
              source = "inferred",
            },
            status = {
              type = "string",
              summary = "Only leads with this status.",
              source = "inferred",
            },
          },
        },
      },
      body = "empty_object",
      result = "data",
      returns = export,
      job = {
        id = "id",
        poll = "exports.get",
        argument = "export_id",
        status = "status",
        done = { "completed" },
        failed = { "failed" },
        message = "error_message",
        results = { operation = "exports.download", argument = "export_id" },
        timeout = "30m",
      },
      example = [[
local export = prospectb2b.exports.create { format = "csv", filters = { status = "new" } }
local file = export:wait({ timeout = "5m" }):results()
print(file.ready, file.row_count)]],
    },

    ["exports.get"] = {
      summary = "Reads an export and how far it is.",
      method = "GET",
      path = "/exports/{export_id}",
      effect = "read",
      source = "inferred",
      scopes = { "leads.export" },
      parameters = { export_id = id_of("export", "exports.list") },
      result = "data",
      returns = export,
      example = [[
local export = prospectb2b.exports.create()
print(prospectb2b.exports.get({ export_id = export.id }).status)]],
    },

    ["exports.download"] = {
      summary = "Reads whether an export's file is ready inside ProspectB2B.",
      notes = "Readiness is all there is: the API has no link to give, by design. While the export is unfinished, "
        .. "`ready` is false.",
      method = "GET",
      path = "/exports/{export_id}/download",
      effect = "read",
      source = "inferred",
      scopes = { "leads.export" },
      parameters = { export_id = id_of("export", "exports.list") },
      result = "data",
      returns = resource {
        export_id = "string",
        status = "string",
        ready = "boolean",
        file_name = "string",
        content_type = "string",
        size_bytes = "integer",
        row_count = "integer",
        expires_at = "date-time",
      },
      example = [[
local export = prospectb2b.exports.create()
print(prospectb2b.exports.download({ export_id = export.id }).ready)]],
    },

    ["jobs.list"] = {
      summary = "Lists the jobs of the workspace: imports, exports, campaign runs, prospector runs.",
      notes = "They can be read only; no operation cancels one.",
      method = "GET",
      path = "/jobs",
      effect = "read",
      source = "inferred",
      scopes = { "jobs.read" },
      parameters = listed(),
      paging = pages,
      returns = job,
      example = [[
for job in prospectb2b.jobs.list() do
  print(job.type, job.status)
end]],
    },

    ["jobs.get"] = {
      summary = "Reads a job and its progress.",
      method = "GET",
      path = "/jobs/{job_id}",
      effect = "read",
      source = "inferred",
      scopes = { "jobs.read" },
      parameters = { job_id = id_of("job", "jobs.list") },
      result = "data",
      returns = job,
      example = [[
local import = prospectb2b.imports.create { rows = { { email = "ada@example.com" } } }
local found = prospectb2b.imports.get { import_id = import.id }
print(prospectb2b.jobs.get({ job_id = found.job_id }).status)]],
    },

    -- Webhooks.

    ["webhooks.list"] = {
      summary = "Lists the registered webhook endpoints.",
      method = "GET",
      path = "/webhooks",
      effect = "read",
      source = "inferred",
      scopes = { "webhooks.read" },
      parameters = listed(),
      paging = pages,
      returns = endpoint,
      example = [[
for endpoint in prospectb2b.webhooks.list() do
  print(endpoint.url, endpoint.enabled)
end]],
    },

    ["webhooks.create"] = {
      summary = "Registers an endpoint to which signed events are sent.",
      notes = "`signing_secret` is shown in this one answer and never again; a repeated answer does not have it "
        .. "either. When it is lost, delete the endpoint and register it anew.",
      method = "POST",
      path = "/webhooks",
      effect = "keyed",
      source = "inferred",
      scopes = { "webhooks.write" },
      parameters = require_fields(endpoint_fields, "url", "events"),
      result = "data",
      returns = with(endpoint, { signing_secret = "string" }),
      secrets = { "signing_secret" },
      example = [[
local endpoint = prospectb2b.webhooks.create {
  url = "https://hooks.example.com/prospectb2b",
  events = { "lead.created", "import.completed" },
  enabled = false,
}
print(endpoint.id, endpoint.signing_secret_prefix)]],
    },

    ["webhooks.get"] = {
      summary = "Reads a webhook endpoint.",
      notes = "Only the prefix of its signing secret is kept.",
      method = "GET",
      path = "/webhooks/{webhook_id}",
      effect = "read",
      source = "inferred",
      scopes = { "webhooks.read" },
      parameters = { webhook_id = id_of("endpoint", "webhooks.list") },
      result = "data",
      returns = endpoint,
      example = [[
local made = prospectb2b.webhooks.create {
  url = "https://hooks.example.com/prospectb2b",
  events = { "lead.created" },
  enabled = false,
}
print(prospectb2b.webhooks.get({ webhook_id = made.id }).url)]],
    },

    ["webhooks.update"] = {
      summary = "Changes a webhook endpoint.",
      method = "PATCH",
      path = "/webhooks/{webhook_id}",
      effect = "natural",
      source = "inferred",
      scopes = { "webhooks.write" },
      parameters = with(endpoint_fields, {
        webhook_id = id_of("endpoint", "webhooks.list"),
        enabled = {
          type = "boolean",
          summary = "Whether events are sent.",
          source = "inferred",
        },
      }),
      at_least_one = { "url", "events", "description", "enabled" },
      result = "data",
      returns = endpoint,
      example = [[
local made = prospectb2b.webhooks.create {
  url = "https://hooks.example.com/prospectb2b",
  events = { "lead.created" },
  enabled = false,
}
local endpoint = prospectb2b.webhooks.update { webhook_id = made.id, events = { "lead.updated" } }
print(endpoint.events[1])]],
    },

    ["webhooks.delete"] = {
      summary = "Deletes a webhook endpoint and gives back its last state.",
      notes = "Nothing more is sent to it.",
      method = "DELETE",
      path = "/webhooks/{webhook_id}",
      effect = "natural",
      source = "inferred",
      scopes = { "webhooks.write" },
      parameters = { webhook_id = id_of("endpoint", "webhooks.list") },
      result = "data",
      returns = endpoint,
      example = [[
local made = prospectb2b.webhooks.create {
  url = "https://hooks.example.com/prospectb2b",
  events = { "lead.created" },
  enabled = false,
}
prospectb2b.webhooks.delete { webhook_id = made.id }]],
    },

    ["webhooks.deliveries"] = {
      summary = "Lists what was sent to a webhook endpoint, failures included.",
      notes = "Failed deliveries are tried again by themselves, with the same id: receivers must be idempotent.",
      method = "GET",
      path = "/webhooks/{webhook_id}/deliveries",
      effect = "read",
      source = "inferred",
      scopes = { "webhooks.read" },
      parameters = listed { webhook_id = id_of("endpoint", "webhooks.list") },
      paging = pages,
      returns = delivery,
      example = [[
for endpoint in prospectb2b.webhooks.list() do
  for delivery in prospectb2b.webhooks.deliveries { webhook_id = endpoint.id } do
    print(delivery.event, delivery.status, delivery.attempt_count)
  end
end]],
    },

    ["webhooks.retry"] = {
      summary = "Sends a delivery again, with the same id and a new signature.",
      method = "POST",
      path = "/webhooks/{webhook_id}/deliveries/{delivery_id}/retry",
      effect = "keyed",
      source = "inferred",
      scopes = { "webhooks.write" },
      parameters = {
        webhook_id = id_of("endpoint", "webhooks.list"),
        delivery_id = id_of("delivery", "webhooks.deliveries"),
      },
      result = "data",
      returns = delivery,
      example = [[
for endpoint in prospectb2b.webhooks.list() do
  for delivery in prospectb2b.webhooks.deliveries { webhook_id = endpoint.id } do
    if delivery.status == "failed" then
      prospectb2b.webhooks.retry { webhook_id = endpoint.id, delivery_id = delivery.id }
    end
  end
end]],
    },

    -- Campaigns.

    ["campaigns.list"] = {
      summary = "Lists the campaigns of the workspace.",
      method = "GET",
      path = "/campaigns",
      effect = "read",
      source = "pages",
      scopes = { "campaigns.read" },
      parameters = listed(),
      paging = pages,
      returns = campaign,
      example = [[
for campaign in prospectb2b.campaigns.list() do
  print(campaign.name, campaign.status)
end]],
    },

    ["campaigns.create"] = {
      summary = "Creates a campaign, as a draft.",
      notes = "Nothing is sent before it is published or run. Emits `campaign.created`.",
      method = "POST",
      path = "/campaigns",
      effect = "keyed",
      source = "inferred",
      scopes = { "campaigns.write" },
      parameters = campaign_fields,
      body = "empty_object",
      result = "data",
      returns = campaign,
      example = [[
local campaign = prospectb2b.campaigns.create { name = "Freight intro" }
print(campaign.id, campaign.status)]],
    },

    ["campaigns.get"] = {
      summary = "Reads a campaign.",
      method = "GET",
      path = "/campaigns/{campaign_id}",
      effect = "read",
      source = "inferred",
      scopes = { "campaigns.read" },
      parameters = { campaign_id = id_of("campaign", "campaigns.list") },
      result = "data",
      returns = campaign,
      example = [[
local made = prospectb2b.campaigns.create { name = "Freight intro" }
print(prospectb2b.campaigns.get({ campaign_id = made.id }).enabled)]],
    },

    ["campaigns.update"] = {
      summary = "Changes a campaign.",
      notes = "Emits `campaign.updated`, unless nothing changes.",
      method = "PATCH",
      path = "/campaigns/{campaign_id}",
      effect = "natural",
      source = "inferred",
      scopes = { "campaigns.write" },
      parameters = with(campaign_fields, { campaign_id = id_of("campaign", "campaigns.list") }),
      body = "empty_object",
      result = "data",
      returns = campaign,
      example = [[
local made = prospectb2b.campaigns.create { name = "Freight intro" }
local campaign = prospectb2b.campaigns.update { campaign_id = made.id, name = "Freight, second try" }
print(campaign.name)]],
    },

    ["campaigns.publish"] = {
      summary = "Publishes a campaign.",
      notes = "A campaign that is published already is refused with 409. Emits `campaign.published`.",
      method = "POST",
      path = "/campaigns/{campaign_id}/publish",
      effect = "keyed",
      source = "inferred",
      scopes = { "campaigns.write" },
      confirm = sends_messages,
      parameters = { campaign_id = id_of("campaign", "campaigns.list") },
      result = "data",
      returns = campaign,
      example = [[
local made = prospectb2b.campaigns.create { name = "Freight intro" }
local campaign = prospectb2b.campaigns.publish { campaign_id = made.id, confirm = true }
print(campaign.published_at)]],
    },

    ["campaigns.run"] = {
      summary = "Runs a campaign now.",
      notes = "No webhook event covers campaign runs.",
      method = "POST",
      path = "/campaigns/{campaign_id}/run",
      effect = "keyed",
      source = "inferred",
      scopes = { "campaigns.write" },
      confirm = sends_messages,
      parameters = { campaign_id = id_of("campaign", "campaigns.list") },
      result = "data",
      returns = campaign_run,
      -- A run is read under its campaign, so the campaign's id goes with it.
      job = {
        id = "id",
        poll = "campaigns.get_run",
        argument = "run_id",
        carry = { "campaign_id" },
        status = "status",
        done = { "completed" },
        failed = { "failed", "canceled" },
        message = { "error_message", "error.message" },
        timeout = "30m",
      },
      example = [[
local made = prospectb2b.campaigns.create { name = "Freight intro" }
prospectb2b.campaigns.publish { campaign_id = made.id, confirm = true }
local run = prospectb2b.campaigns.run { campaign_id = made.id, confirm = true }
run:wait { timeout = "5m" }
print(prospectb2b.campaigns.get_run({ campaign_id = made.id, run_id = run.id }).sent_count)]],
    },

    ["campaigns.runs"] = {
      summary = "Lists the runs of a campaign.",
      method = "GET",
      path = "/campaigns/{campaign_id}/runs",
      effect = "read",
      source = "inferred",
      scopes = { "campaigns.read" },
      parameters = listed { campaign_id = id_of("campaign", "campaigns.list") },
      paging = pages,
      returns = campaign_run,
      example = [[
for campaign in prospectb2b.campaigns.list() do
  for run in prospectb2b.campaigns.runs { campaign_id = campaign.id } do
    print(campaign.name, run.status, run.sent_count)
  end
end]],
    },

    ["campaigns.get_run"] = {
      summary = "Reads a run of a campaign.",
      method = "GET",
      path = "/campaigns/{campaign_id}/runs/{run_id}",
      effect = "read",
      source = "inferred",
      scopes = { "campaigns.read" },
      parameters = {
        campaign_id = id_of("campaign", "campaigns.list"),
        run_id = id_of("run", "campaigns.runs"),
      },
      result = "data",
      returns = campaign_run,
      example = [[
local made = prospectb2b.campaigns.create { name = "Freight intro" }
local run = prospectb2b.campaigns.run { campaign_id = made.id, confirm = true }
print(prospectb2b.campaigns.get_run({ campaign_id = made.id, run_id = run.id }).status)]],
    },

    ["campaigns.logs"] = {
      summary = "Lists what a campaign and its runs wrote down.",
      method = "GET",
      path = "/campaigns/{campaign_id}/logs",
      effect = "read",
      source = "inferred",
      scopes = { "campaigns.read" },
      parameters = listed { campaign_id = id_of("campaign", "campaigns.list") },
      paging = pages,
      returns = resource {
        campaign_id = "string",
        run_id = "string",
        level = "string",
        message = "string",
      },
      example = [[
for campaign in prospectb2b.campaigns.list() do
  for entry in prospectb2b.campaigns.logs { campaign_id = campaign.id } do
    print(entry.created_at, entry.level, entry.message)
  end
end]],
    },

    -- Account and workspace.

    ["billing.subscription"] = {
      summary = "Reads the subscription of the workspace.",
      method = "GET",
      path = "/billing/subscription",
      effect = "read",
      source = "pages",
      scopes = { "billing.read" },
      result = "data",
      returns = resource { status = "string", plan = "string" },
      example = [[print(prospectb2b.billing.subscription().plan)]],
    },

    ["billing.usage"] = {
      summary = "Reads what the workspace has used.",
      notes = "The names of the counters in `usage` are not documented.",
      method = "GET",
      path = "/billing/usage",
      effect = "read",
      source = "pages",
      scopes = { "billing.read" },
      result = "data",
      returns = resource { active_trial = "boolean", usage = "object" },
      example = [[
for name, count in pairs(prospectb2b.billing.usage().usage) do
  print(name, count)
end]],
    },

    ["tickets.list"] = {
      summary = "Lists the support tickets of the workspace.",
      method = "GET",
      path = "/support/tickets",
      effect = "read",
      source = "inferred",
      scopes = { "support.read" },
      parameters = listed(),
      paging = pages,
      returns = ticket,
      example = [[
for ticket in prospectb2b.tickets.list() do
  print(ticket.status, ticket.subject)
end]],
    },

    ["tickets.get"] = {
      summary = "Reads a support ticket.",
      method = "GET",
      path = "/support/tickets/{ticket_id}",
      effect = "read",
      source = "inferred",
      scopes = { "support.read" },
      parameters = { ticket_id = id_of("ticket", "tickets.list") },
      result = "data",
      returns = ticket,
      example = [[
local first = prospectb2b.tickets.list():first(1)[1]
print(prospectb2b.tickets.get({ ticket_id = first.id }).subject)]],
    },

    ["inbox.list"] = {
      summary = "Lists the threads of the inbox.",
      method = "GET",
      path = "/inbox/threads",
      effect = "read",
      source = "inferred",
      scopes = { "inbox.read" },
      parameters = listed(),
      paging = pages,
      returns = thread,
      example = [[
for thread in prospectb2b.inbox.list() do
  print(thread.subject, thread.unread)
end]],
    },

    ["inbox.get"] = {
      summary = "Reads a thread of the inbox.",
      method = "GET",
      path = "/inbox/threads/{thread_id}",
      effect = "read",
      source = "inferred",
      scopes = { "inbox.read" },
      parameters = { thread_id = id_of("thread", "inbox.list") },
      result = "data",
      returns = thread,
      example = [[
local first = prospectb2b.inbox.list():first(1)[1]
print(prospectb2b.inbox.get({ thread_id = first.id }).last_message_at)]],
    },

    ["inbox.messages"] = {
      summary = "Lists the messages of a thread.",
      method = "GET",
      path = "/inbox/threads/{thread_id}/messages",
      effect = "read",
      source = "inferred",
      scopes = { "inbox.read" },
      parameters = listed { thread_id = id_of("thread", "inbox.list") },
      paging = pages,
      returns = resource {
        thread_id = "string",
        direction = "string",
        body_text = "string",
        sent_at = "date-time",
      },
      example = [[
local first = prospectb2b.inbox.list():first(1)[1]
for message in prospectb2b.inbox.messages { thread_id = first.id } do
  print(message.direction, message.body_text)
end]],
    },

    ["settings.get"] = {
      summary = "Reads a snapshot of the workspace's settings.",
      method = "GET",
      path = "/settings",
      effect = "read",
      source = "inferred",
      scopes = { "settings.read" },
      result = "data",
      returns = resource { timezone = "string", locale = "string", settings = "object" },
      example = [[print(prospectb2b.settings.get().timezone)]],
    },

    -- The prospector. One scope, `prospector.run`, guards every change.

    ["config.get"] = {
      summary = "Reads the configuration of the prospector.",
      notes = "What is in `states` is not documented.",
      method = "GET",
      path = "/prospector/config",
      effect = "read",
      source = "seed",
      scopes = { "prospector.read" },
      result = "data",
      returns = resource { timezone = "string", states = "object[]" },
      example = [[print(prospectb2b.config.get().timezone)]],
    },

    ["workflows.list"] = {
      summary = "Lists the prospector workflows of the workspace.",
      method = "GET",
      path = "/prospector/workflows",
      effect = "read",
      source = "seed",
      scopes = { "prospector.read" },
      parameters = listed(),
      paging = pages,
      returns = workflow,
      example = [[
for workflow in prospectb2b.workflows.list() do
  print(workflow.name, workflow.status)
end]],
    },

    ["workflows.create"] = {
      summary = "Creates a prospector workflow.",
      notes = "What else a workflow can be given is not documented.",
      method = "POST",
      path = "/prospector/workflows",
      effect = "keyed",
      source = "seed",
      scopes = { "prospector.run" },
      parameters = workflow_fields,
      body = "empty_object",
      result = "data",
      returns = workflow,
      example = [[
local workflow = prospectb2b.workflows.create { name = "Harbour towns" }
print(workflow.id, workflow.status)]],
    },

    ["workflows.get"] = {
      summary = "Reads a prospector workflow.",
      method = "GET",
      path = "/prospector/workflows/{workflow_id}",
      effect = "read",
      source = "seed",
      scopes = { "prospector.read" },
      parameters = { workflow_id = id_of("workflow", "workflows.list") },
      result = "data",
      returns = workflow,
      example = [[
local made = prospectb2b.workflows.create()
print(prospectb2b.workflows.get({ workflow_id = made.id }).name)]],
    },

    ["workflows.update"] = {
      summary = "Changes a prospector workflow.",
      method = "PATCH",
      path = "/prospector/workflows/{workflow_id}",
      effect = "natural",
      source = "seed",
      scopes = { "prospector.run" },
      parameters = with(workflow_fields, { workflow_id = id_of("workflow", "workflows.list") }),
      body = "empty_object",
      result = "data",
      returns = workflow,
      example = [[
local made = prospectb2b.workflows.create()
local workflow = prospectb2b.workflows.update { workflow_id = made.id, name = "Harbour towns" }
print(workflow.name)]],
    },

    ["workflows.delete"] = {
      summary = "Deletes a prospector workflow and gives back its last state.",
      notes = "Its runs stay readable. A workflow with a run that has not ended is refused with 409.",
      method = "DELETE",
      path = "/prospector/workflows/{workflow_id}",
      effect = "natural",
      source = "seed",
      scopes = { "prospector.run" },
      parameters = { workflow_id = id_of("workflow", "workflows.list") },
      result = "data",
      returns = workflow,
      example = [[
local made = prospectb2b.workflows.create()
prospectb2b.workflows.delete { workflow_id = made.id }]],
    },

    ["workflows.run"] = {
      summary = "Runs a prospector workflow now.",
      notes = "No webhook event covers prospector runs. An archived workflow is refused with 409.",
      method = "POST",
      path = "/prospector/workflows/{workflow_id}/run",
      effect = "keyed",
      source = "seed",
      scopes = { "prospector.run" },
      parameters = { workflow_id = id_of("workflow", "workflows.list") },
      result = "data",
      returns = run,
      -- The words of a run's status are inferred; any other word means that it still runs.
      job = {
        id = "id",
        poll = "runs.get",
        argument = "run_id",
        status = "status",
        done = { "completed" },
        failed = { "failed", "canceled" },
        message = { "error_message", "error.message" },
        results = { operation = "runs.results", argument = "run_id" },
        timeout = "30m",
      },
      example = [[
local made = prospectb2b.workflows.create { name = "Harbour towns" }
local run = prospectb2b.workflows.run { workflow_id = made.id }
run:wait { timeout = "5m" }
for result in run:results() do
  print(result.company_name)
end]],
    },

    ["workflows.runs"] = {
      summary = "Lists the runs of a prospector workflow.",
      method = "GET",
      path = "/prospector/workflows/{workflow_id}/runs",
      effect = "read",
      source = "seed",
      scopes = { "prospector.read" },
      parameters = listed { workflow_id = id_of("workflow", "workflows.list") },
      paging = pages,
      returns = run,
      example = [[
for workflow in prospectb2b.workflows.list() do
  for run in prospectb2b.workflows.runs { workflow_id = workflow.id } do
    print(workflow.name, run.status)
  end
end]],
    },

    ["runs.get"] = {
      summary = "Reads a run of a prospector workflow.",
      method = "GET",
      path = "/prospector/runs/{run_id}",
      effect = "read",
      source = "seed",
      scopes = { "prospector.read" },
      parameters = { run_id = id_of("run", "workflows.runs") },
      result = "data",
      returns = run,
      example = [[
local made = prospectb2b.workflows.create()
local run = prospectb2b.workflows.run { workflow_id = made.id }
print(prospectb2b.runs.get({ run_id = run.id }).status)]],
    },

    ["runs.results"] = {
      summary = "Lists what a run found; an unfinished run answers with what it has so far.",
      method = "GET",
      path = "/prospector/runs/{run_id}/results",
      effect = "read",
      source = "seed",
      scopes = { "prospector.read" },
      parameters = listed { run_id = id_of("run", "workflows.runs") },
      paging = pages,
      returns = resource { lead_id = "string", company_name = "string" },
      example = [[
local made = prospectb2b.workflows.create()
local run = prospectb2b.workflows.run { workflow_id = made.id }:wait { timeout = "5m" }
for result in prospectb2b.runs.results { run_id = run.id } do
  print(result.lead_id, result.company_name)
end]],
    },
  },
}

-- ProspectB2B: the CRM. Leads go in, prospector workflows run over them.
--
--   crm.leads.upsert { email = "ada@example.com", company_name = "Analytical Engine Inc." }
--   for lead in crm.leads.list { updated_after = "2026-11-01T00:00:00Z" } do … end
--   local run = crm.workflows.run { workflow_id = "wf_01" }:wait()

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

-- What a lead may carry. An absent field is left alone, `json.null` clears it.
local lead = {
  email = {
    type = "string",
    summary = "E-mail address; upper and lower case are the same.",
  },
  full_name = {
    type = "string",
    summary = "Name of the person.",
  },
  company_name = {
    type = "string",
    summary = "Name of the company.",
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
    summary = "Values of the workspace's own fields, by key.",
    source = "inferred",
  },
}

return {
  name = "prospectb2b",
  title = "ProspectB2B",
  base_url = "https://login.prospectb2b.com/api/public/v1",
  authentication = { scheme = "bearer", environment = "PROSPECTB2B_API_KEY" },

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
      method = "GET",
      path = "/me",
      effect = "read",
      source = "seed",
      scopes = { "me.read" },
      result = "data",
    },

    ["leads.list"] = {
      summary = "Lists leads in the order of their last change.",
      method = "GET",
      path = "/leads",
      effect = "read",
      source = "inferred",
      scopes = { "leads.read" },
      parameters = {
        updated_after = {
          type = "date-time",
          summary = "Only leads changed after this instant.",
          source = "pages",
        },
        cursor = cursor,
        limit = limit,
      },
      paging = pages,
    },

    ["leads.create"] = {
      summary = "Creates a lead, even when another one has the same e-mail address.",
      method = "POST",
      path = "/leads",
      effect = "keyed",
      source = "seed",
      scopes = { "leads.write" },
      parameters = lead,
      at_least_one = { "email", "full_name" },
      result = "data",
    },

    ["leads.upsert"] = {
      summary = "Updates the lead with this `external_id`, or else with this `email`; "
        .. "creates it when there is none.",
      method = "POST",
      path = "/leads/upsert",
      effect = "keyed",
      source = "inferred",
      scopes = { "leads.write" },
      parameters = lead,
      at_least_one = { "external_id", "email" },
      result = "data",
    },

    ["workflows.list"] = {
      summary = "Lists the prospector workflows of the workspace.",
      method = "GET",
      path = "/prospector/workflows",
      effect = "read",
      source = "seed",
      scopes = { "prospector.read" },
      parameters = { cursor = cursor, limit = limit },
      paging = pages,
    },

    ["workflows.run"] = {
      summary = "Runs a prospector workflow now.",
      method = "POST",
      path = "/prospector/workflows/{workflow_id}/run",
      effect = "keyed",
      source = "seed",
      scopes = { "prospector.run" },
      parameters = {
        workflow_id = {
          type = "string",
          summary = "Id of a workflow from `workflows.list`.",
          required = true,
        },
      },
      result = "data",
      -- The words of a run's status are inferred; any other word means that it still runs.
      job = {
        id = "id",
        poll = "runs.get",
        argument = "run_id",
        status = "status",
        done = { "completed" },
        failed = { "failed", "canceled" },
        message = "error.message",
        results = { operation = "runs.results", argument = "run_id" },
        timeout = "30m",
      },
    },

    ["runs.get"] = {
      summary = "Reads a run of a prospector workflow.",
      method = "GET",
      path = "/prospector/runs/{run_id}",
      effect = "read",
      source = "seed",
      scopes = { "prospector.read" },
      parameters = {
        run_id = {
          type = "string",
          summary = "Id of the run.",
          required = true,
        },
      },
      result = "data",
    },

    ["runs.results"] = {
      summary = "Lists what a run found; an unfinished run answers with what it has so far.",
      method = "GET",
      path = "/prospector/runs/{run_id}/results",
      effect = "read",
      source = "seed",
      scopes = { "prospector.read" },
      parameters = {
        run_id = {
          type = "string",
          summary = "Id of the run.",
          required = true,
        },
        cursor = cursor,
        limit = limit,
      },
      paging = pages,
    },
  },
}

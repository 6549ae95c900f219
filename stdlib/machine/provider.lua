-- The face of a provider: a table of functions made from its description (stdlib/providers/).

local host = ...
local arguments = host.part "machine/arguments"
local errors = host.part "machine/errors"
local path = host.part "machine/path"
local suggest = host.part "machine/suggest"
local meta = host.part "machine/meta"
local secret = host.part "machine/secret"

local M = {}

-- Makes the function that does one call and gives the payload.
local function caller(description, name, operation)
  local full_name = description.name .. "." .. name
  local payload = path.reader(operation.result)
  local request_id = description.request_id and description.request_id.body
  local read_id = request_id and path.reader(request_id)
  local call, note = host.call, host.note_facts
  local seal = operation.secrets and secret.sealer(full_name, operation.secrets)

  local function unwrap(body, facts)
    if body == json.null then return nil, facts end
    local result = payload(body)
    if result == nil then result = body end
    if seal then seal(result) end
    note(result, facts, read_id and read_id(body))
    return result, facts
  end

  return function(values, timeout)
    local ok, body, facts = pcall(call, full_name, values, timeout)
    if not ok then errors.pass_on(body, full_name) end
    return unwrap(body, facts)
  end
end

local function make_list(description, name, operation)
  local pager = host.part "machine/pager"
  local full_name = description.name .. "." .. name
  return function(values) return pager.new(full_name, operation.paging, values) end
end

local function job_maker(face, description, name, operation)
  local poll = operation.job.poll
  return {
    face = face,
    provider = description.name,
    name = name,
    protocol = operation.job,
    poll = caller(description, poll, description.operations[poll]),
  }
end

local function make_job(face, description, name, operation)
  local job = host.part "machine/job"
  local maker = job_maker(face, description, name, operation)
  local start = caller(description, name, operation)
  return function(values) return job.new(maker, start(values), values) end
end

-- `resource.job(id)` picks up a job that another recipe, or an earlier run, has started.
local function make_pick_up(face, description, name, operation)
  local maker = job_maker(face, description, name, operation)
  return function(handle) return host.part("machine/job").pick_up(maker, handle) end
end

-- A paid call may say what it may cost. That is a word to the host's price guard: the provider has no
-- such argument.
local function without_guard(operation, values)
  if not operation.cost or type(values) ~= "table" or values.max_credits == nil then return values end
  if operation.parameters and operation.parameters.max_credits then return values end
  local copy = {}
  for name, value in pairs(values) do copy[name] = value end
  copy.max_credits = nil
  return copy
end

local function make_operation(face, description, name, operation)
  local check = arguments.checker(description.name, name, operation)
  local act
  if operation.paging then
    act = make_list(description, name, operation)
  elseif operation.job then
    act = make_job(face, description, name, operation)
  else
    act = caller(description, name, operation)
  end
  return function(values)
    if values == nil then values = {} end
    local sent = secret.lowered(values)
    -- A call that hands on a secret is checked by the host alone, which has its text.
    if rawequal(sent, values) then check(without_guard(operation, values)) end
    return (act(sent))
  end
end

-- A table whose missing names are errors: a misspelt operation says what was meant.
local function closed(provider, prefix, names)
  return setmetatable({}, {
    __name = provider,
    __index = function(_, key)
      if type(key) ~= "string" then return nil end
      local wrong = prefix .. key
      errors.raise {
        kind = "usage",
        provider = provider,
        message = ("there is no operation %s%s"):format(wrong, suggest.nearest(wrong, names)),
        hint = "prospect-run ops " .. provider .. " lists them",
      }
    end,
  })
end

-- The table in which an operation stands: `resource` in "resource.verb", made when first needed.
local function home(face, description, name)
  local place, prefix = face, ""
  for resource in name:gmatch "([^.]+)%." do
    prefix = prefix .. resource .. "."
    local inner = rawget(place, resource)
    if not inner then
      inner = closed(description.name, prefix, description.operations)
      rawset(place, resource, inner)
    end
    place = inner
  end
  return place
end

--- Makes the module that `require` returns for a provider.
---@param description table
---@return table
function M.new(description)
  local names, known = {}, {}
  for name in pairs(description.operations) do
    names[#names + 1], known[name] = name, true
    known[name:match "^[^.]+"] = true
  end
  local face = closed(description.name, "", known)
  -- In this order, so that the first of several that start jobs in one table gives it its `job`.
  table.sort(names)
  for _, name in ipairs(names) do
    local operation = description.operations[name]
    local verb, place = name:match "[^.]+$", home(face, description, name)
    rawset(place, verb, make_operation(face, description, name, operation))
    if operation.job and place ~= face and not rawget(place, "job") then
      rawset(place, "job", make_pick_up(face, description, name, operation))
    end
  end
  return face
end

return M

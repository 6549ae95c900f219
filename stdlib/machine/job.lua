-- Remote work that takes time: started by one operation, polled by another.

local host = ...
local errors = host.part "machine/errors"
local meta = host.part "machine/meta"
local path = host.part "machine/path"
local progress = host.part "machine/progress"
local timeout = host.part "machine/timeout"

local M = {}

local WAIT_OPTIONS = { timeout = true, on_progress = true }
local FIRST_POLL, GROWTH, SLOWEST_POLL, LAST_POLL, SPREAD = 2, 1.5, 30, 2, 0.2

---A remote job. The fields that its start answered with are fields of it, too.
---@class prospect.Job
---@field id string
---@field result table what the provider last said about the job
---@field nothing? boolean there was nothing to do, so there is no job at the provider
local Job = { __name = "job" }
Job.__index = Job

-- What a job needs to know and a recipe need not see.
local details = setmetatable({}, { __mode = "k" })

local function set_of(list)
  local set = {}
  for _, word in ipairs(list or {}) do set[word] = true end
  return set
end

local function find_operation(face, name)
  local place = face
  for step in name:gmatch "[^.]+" do place = place[step] end
  return place
end

-- What the operations that follow a job need beside its id: from the arguments of its start, else
-- from the answer to it.
local function carried(protocol, values, started)
  local found = {}
  for _, name in ipairs(protocol.carry or {}) do
    local value = values[name]
    if value == nil and type(started) == "table" then value = started[name] end
    found[name] = value
  end
  return found
end

local function make(job, maker)
  local protocol = maker.protocol
  details[job] = {
    face = maker.face,
    provider = maker.provider,
    name = maker.name,
    protocol = protocol,
    poll = maker.poll,
    status_of = path.reader(protocol.status),
    done = set_of(protocol.done),
    failed = set_of(protocol.failed),
    carried = {},
  }
  return setmetatable(job, Job)
end

-- The fields of what the provider said about a job are fields of the job.
local function take_over(job, answer)
  for key, value in pairs(type(answer) == "table" and answer or {}) do
    if not Job[key] and key ~= "id" then job[key] = value end
  end
  job.result = answer
end

--- Makes the job that an answer to its start describes.
---@param maker table what all jobs of an operation have in common
---@param started any the answer
---@param values table the arguments of the start
---@return prospect.Job
function M.new(maker, started, values)
  local protocol = maker.protocol
  local job = make({ id = path.reader(protocol.id)(started) }, maker)
  local detail = details[job]
  take_over(job, started)
  detail.carried = carried(protocol, values, started)
  if job.id == nil then
    if not protocol.nothing then
      local wanted = type(protocol.id) == "table" and protocol.id[1] or protocol.id
      errors.raise {
        kind = "provider",
        provider = maker.provider,
        operation = maker.name,
        message = ("the answer has no %s, so the job cannot be followed"):format(wanted),
      }
    end
    -- An answer that has the file already is no job either, but there was something to do.
    job.nothing = not (protocol.download and path.reader(protocol.download)(started))
  end
  -- A start that is repeated may find its job done.
  detail.poll_at_once = detail.done[detail.status_of(started)] or false
  return job
end

--- Makes the job of that id, which another recipe or run has started.
---@param maker table what all jobs of an operation have in common
---@param handle string|integer|table the id, or a table of `id` and what else its operations need
---@return prospect.Job
function M.pick_up(maker, handle)
  if type(handle) ~= "table" then handle = { id = handle } end
  if type(handle.id) ~= "string" and math.type(handle.id) ~= "integer" then
    errors.usage(("job: the id of a job of %s %s must be a string"):format(maker.provider, maker.name))
  end
  local protocol = maker.protocol
  local job = make({ id = handle.id }, maker)
  for _, wanted in ipairs(protocol.carry or {}) do
    if handle[wanted] == nil then
      errors.usage(("job: %s is missing, as in job { id = …, %s = … }"):format(wanted, wanted))
    end
  end
  details[job].carried = carried(protocol, handle)
  details[job].poll_at_once = true
  return job
end

local function follow_up(job, detail, argument)
  local values = { [argument] = job.id }
  for name, value in pairs(detail.carried) do values[name] = value end
  return values
end

-- Asks the provider once, for so many seconds at most; nil: as long as the run may last.
local function ask(self, seconds)
  local detail = details[self]
  if self.id == nil then return detail.protocol.done[1] end
  take_over(self, (detail.poll(follow_up(self, detail, detail.protocol.argument), seconds)))
  return detail.status_of(self.result)
end

--- Asks the provider once; returns its word for the state of the job.
---@return string
function Job:status() return ask(self) end

local function fail(self, detail, status)
  local message = detail.protocol.message and path.reader(detail.protocol.message)(self.result)
  errors.raise {
    kind = "job_failed",
    provider = detail.provider,
    operation = detail.name,
    code = status,
    message = ("job %s failed%s"):format(self.id, message and ": " .. tostring(message) or ""),
    hint = "a failed job is final; look at its cause before you start another one",
  }
end

local function expire(self, detail, status, seconds)
  errors.raise {
    kind = "timeout",
    provider = detail.provider,
    operation = detail.name,
    message = ("job %s is still %s after %g seconds"):format(self.id, tostring(status), seconds),
    retryable = true,
    hint = "the job goes on at the provider; wait longer with wait { timeout = \"2h\" }",
  }
end

-- A poll that fails for a passing reason does not end the job. One that the provider puts off for longer than a run
-- waits does: the job goes on there, and is picked up later.
local function poll(self, seconds)
  local ok, status = pcall(ask, self, seconds)
  if ok then return status end
  if type(status) == "table" and status.retryable and status.kind ~= "suspended" then return nil end
  error(status, 0)
end

-- Seconds that the provider asks us to wait, or 0.
local function asked_delay(self)
  local facts = meta(self.result)
  return facts and facts.wait or 0
end

-- Spreads polls of many jobs without touching the recipe's own random numbers.
local function jitter(self, round)
  local x = round * 0x9E3779B1
  for i = 1, #tostring(self.id) do x = (x * 31 + tostring(self.id):byte(i)) & 0x7FFFFFFF end
  return 1 - SPREAD + 2 * SPREAD * (x % 1000) / 1000
end

local function follow(self, detail, options, tracker)
  local seconds = timeout(options.timeout or detail.protocol.timeout or "30m")
  local deadline = host.now() + seconds
  local delay, round, status, is_last = FIRST_POLL, 0, nil, false
  while true do
    round = round + 1
    if round > 1 or not detail.poll_at_once then
      local left, asked = deadline - host.now(), asked_delay(self)
      if is_last or left <= asked then expire(self, detail, status or "running", seconds) end
      -- The last poll comes early enough to be answered.
      local longest = left - math.min(LAST_POLL, left / 2)
      local pause = math.max(delay * jitter(self, round), asked)
      is_last = pause >= longest
      host.sleep(math.max(math.min(pause, longest), asked))
      delay = math.min(delay * GROWTH, SLOWEST_POLL)
    end
    status = poll(self, deadline - host.now()) or status
    tracker:say(tostring(status or "running"))
    if options.on_progress then options.on_progress(self.result) end
    -- A word that the description does not know means: still running.
    if detail.done[status] then return end
    if detail.failed[status] then fail(self, detail, status) end
  end
end

--- Waits until the job is done, and returns it. Raises when it failed, or when `timeout` is over.
---@param options? { timeout?: string|number, on_progress?: fun(result: table) } timeout: "30m", "90s" or seconds
---@return prospect.Job
function Job:wait(options)
  options = options or {}
  errors.expect(options, "table", "wait: the options")
  errors.expect_names(options, WAIT_OPTIONS, "wait")
  if self.id == nil then return self end
  local detail = details[self]
  local tracker <close> = progress.start(detail.provider .. " " .. detail.name)
  follow(self, detail, options, tracker)
  return self
end

--- What the job brought about: whatever the results operation of its description returns.
---@return any
function Job:results()
  local detail = details[self]
  local results = detail.protocol.results
  if not results then
    errors.usage(("a job of %s %s has no results to list"):format(detail.provider, detail.name))
  end
  return find_operation(detail.face, results.operation)(follow_up(self, detail, results.argument))
end

local function link(self)
  local download = details[self].protocol.download
  return download and path.reader(download)(self.result)
end

-- How often a job is asked for another link to the same file.
local MOST_LINKS = 3

-- A link lives for a while only, and the job knows the way to its file for longer: so the job is asked
-- again. It is never started again, which would be paid again.
local function fetch(self, url, name, tracker)
  for round = 1, MOST_LINKS do
    local ok, file = pcall(host.download, details[self].provider, url, name)
    if ok then return file end
    local expired = type(file) == "table" and file.code == "link_expired"
    if not expired or self.id == nil or round == MOST_LINKS then error(file, 0) end
    tracker:say "the link has expired, asking for another one"
    self:status()
    local other = link(self)
    if not other or other == url then error(file, 0) end
    url = other
  end
end

--- Fetches the file of a finished job into the granted output folder, and returns its path. A link that
--- has expired is asked for again at the same job.
---@param name string
---@return string
function Job:download(name)
  errors.expect(name, "string", "download: the file name")
  local url = link(self)
  if self.nothing then errors.usage "download: there was nothing to do, so there is no file" end
  if not url then
    errors.usage(
      ("job %s has no file to download"):format(self.id),
      "call wait() first; not every job makes a file"
    )
  end
  local tracker <close> = progress.start("download " .. name)
  local file = fetch(self, url, name, tracker)
  tracker:say(("%d bytes"):format(file.bytes or 0))
  return file.path
end

return M

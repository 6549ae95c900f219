---@meta
-- Written by prospect-run; changes are lost.

--- A value that can be stored or handed on, and never printed.
---@class prospect.Secret: userdata

---@class prospect.WaitOptions
---@field timeout? string|number "30m", "90s" or seconds
---@field on_progress? fun(result: table) hears what the provider says at each poll

--- What a failed call, a failed job or a wrong argument raises. `tostring` gives one good line.
---@class prospect.Error
---@field kind string what went wrong: "argument", "provider", "transport", "timeout", "job_failed", …
---@field message string
---@field provider? string
---@field operation? string
---@field status? integer HTTP status
---@field code? string the provider's own name for the error
---@field request_id? string for the provider's support
---@field attempts? integer how often the call was tried
---@field retryable? boolean whether trying later may help
---@field retry_after? integer seconds after which to try again, when that is known
---@field hint? string how to remedy it
---@field where? string place in the recipe, as in "weekly.lua:12"
local Error = {}

---@class prospect.List
---@overload fun(): any
local List = {}

--- The next item; nil after the last one.
---@return any
function List:next() end

--- An iterator over whole pages.
---@return fun(): any[]?
function List:pages() end

--- The first `n` items; fewer when the list is shorter.
---@param n integer
---@return any[]
function List:first(n) end

--- All items.
---@return any[]
function List:collect() end

---A remote job. The fields that its start answered with are fields of it, too.
---@class prospect.Job
---@field id string
---@field result table what the provider last said about the job
---@field nothing? boolean there was nothing to do, so there is no job at the provider
local Job = {}

--- Asks the provider once; returns its word for the state of the job.
---@return string
function Job:status() end

--- Waits until the job is done, and returns it. Raises when it failed, or when `timeout` is over.
---@param options? { timeout?: string|number, on_progress?: fun(result: table) } timeout: "30m", "90s" or seconds
---@return prospect.Job
function Job:wait(options) end

--- What the job brought about: whatever the results operation of its description returns.
---@return any
function Job:results() end

--- Fetches the file of a finished job into the granted output folder, and returns its path. A link that
--- has expired is asked for again at the same job.
---@param name string
---@return string
function Job:download(name) end

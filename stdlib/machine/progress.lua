-- Tells people how far something has got.

local host = ...

local M = {}
local next_id = 1

---@class prospect.Progress
local Progress = {}
Progress.__index = Progress

--- Begins to report on something.
---@param label string
---@param total? integer
---@return prospect.Progress
function M.start(label, total)
  local self = setmetatable({ id = next_id, label = label, total = total, done = 0, due = 1 }, Progress)
  next_id = next_id + 1
  self:report "start"
  return self
end

---@param state string "start", "update" or "end"
---@param note? string
function Progress:report(state, note)
  host.progress {
    id = self.id,
    label = self.label,
    state = state,
    done = self.done,
    total = self.total or json.null,
    note = note,
  }
end

--- Counts. Reports come at 1, 2, 3, … and then every three percent: there is no clock in here, and
--- a map over 200,000 rows must not send 200,000 reports.
---@param count? integer default 1
function Progress:advance(count)
  self.done = self.done + (count or 1)
  if self.done < self.due then return end
  self.due = self.done + 1 + self.done // 32
  self:report "update"
end

--- Reports what is going on.
---@param note string
function Progress:say(note)
  self:report("update", note)
end

---@param note? string
function Progress:finish(note)
  self:report("end", note)
end

-- `local tracker <close> = progress.start(…)` ends the report on every way out.
function Progress:__close(err)
  self:finish(err == nil and "done" or "failed")
end

return M

-- The harmless part of Lua's `os`. The time is the run's own: the host gives it, and gives it again
-- on replay.

local host = ...
local calendar = host.part "machine/calendar"
local errors = host.part "machine/errors"

local M = {}

--- Unix seconds; of a table of date fields (taken as UTC), or now.
---@param fields? { year: integer, month: integer, day: integer, hour?: integer, min?: integer, sec?: integer }
---@return integer
function M.time(fields)
  if fields == nil then return math.floor(host.now()) end
  for _, name in ipairs { "year", "month", "day" } do
    if not math.tointeger(fields[name]) then
      errors.usage(("os.time: field '%s' is missing in date table"):format(name))
    end
  end
  return calendar.seconds(
    fields.year, fields.month, fields.day,
    fields.hour or 12, fields.min or 0, fields.sec or 0
  )
end

--- A date as text or, for formats that begin with "*t", as a table. Always in UTC.
---@param format? string
---@param seconds? number default now
---@return string|table
function M.date(format, seconds)
  format = (format or "%c"):gsub("^!", "")
  local fields = calendar.fields(seconds or host.now())
  if format:find "^%*t" then return fields end
  return calendar.format(format, fields)
end

local started

--- Seconds since the recipe first asked.
---@return number
function M.clock()
  local now = host.now()
  started = started or now
  return now - started
end

--- Seconds from `earlier` to `later`.
---@param later number
---@param earlier number
---@return number
function M.difftime(later, earlier) return later - earlier + 0.0 end

return M

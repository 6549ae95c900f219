-- Instants and durations. An instant is a number of Unix seconds; text is ISO 8601; everything is
-- in UTC.

local host = ...
local calendar = host.part "machine/calendar"
local errors = host.part "machine/errors"

local M = {}

local UNITS = { ms = 0.001, s = 1, m = 60, h = 3600, d = 86400, w = 604800 }

--- The present instant of the run; a resumed run is given the same one again.
---@return number
function M.now() return host.now() end

--- Seconds of a duration: a number of seconds, or text such as "90s", "30m", "1h30m", "2d".
---@param duration number|string
---@return number
function M.seconds(duration)
  if type(duration) == "number" and duration == duration then return duration end
  errors.expect(duration, "string", "a duration")
  local total, rest = 0, duration
  while rest ~= "" do
    local count, unit, tail = rest:match "^%s*(%d+%.?%d*)%s*(%a+)%s*(.*)$"
    if not UNITS[unit] then
      errors.usage(('"%s" is no duration'):format(duration), 'write "90s", "30m", "1h30m", "2d" or a number of seconds')
    end
    total, rest = total + tonumber(count) * UNITS[unit], tail
  end
  if duration == "" then errors.usage '"" is no duration' end
  return total
end

--- Waits.
---@param duration number|string
function M.sleep(duration) host.sleep(M.seconds(duration)) end

--- Text of an instant, in a format of C's strftime; ISO 8601 when there is none. Always in UTC.
---@param instant number
---@param format? string
---@return string
function M.format(instant, format)
  errors.expect(instant, "number", "time.format: the instant")
  return calendar.format(format or "%Y-%m-%dT%H:%M:%SZ", calendar.fields(instant))
end

-- Seconds that "+02:00", "-0530" or "Z" lie east of Greenwich.
local function offset_of(zone)
  if zone == "" or zone == "Z" or zone == "z" then return 0 end
  local sign, hours, minutes = zone:match "^([+-])(%d%d):?(%d%d)$"
  if not sign then return nil end
  return (sign == "-" and -1 or 1) * (hours * 3600 + minutes * 60)
end

--- The instant of an ISO 8601 date ("2026-11-01") or date and time ("2026-11-01T08:30:00.5+02:00";
--- UTC when it names no zone). Nil and a message when the text is none.
---@param text string
---@return number? instant
---@return string? problem
function M.parse(text)
  errors.expect(text, "string", "time.parse: the text")
  local year, month, day, rest = text:match "^(%d%d%d%d)-(%d%d)-(%d%d)(.*)$"
  if not year then return nil, ('"%s" is no ISO 8601 date'):format(text) end
  local hour, min, sec, fraction, zone = 0, 0, 0, "", rest
  if rest ~= "" then
    hour, min, zone = rest:match "^[Tt ](%d%d):(%d%d)(.*)$"
    if not hour then return nil, ('"%s" is no ISO 8601 time'):format(text) end
    local seconds, behind = zone:match "^:(%d%d)(.*)$"
    if seconds then
      sec, zone = seconds, behind
      fraction = zone:match "^%.%d+" or ""
      zone = zone:sub(#fraction + 1)
    end
  end
  local offset = offset_of(zone)
  if not offset then return nil, ('"%s" ends in no time zone'):format(text) end
  local whole = calendar.seconds(
    math.tointeger(year), math.tointeger(month), math.tointeger(day),
    math.tointeger(hour), math.tointeger(min), math.tointeger(sec)
  ) - offset
  return fraction == "" and whole or whole + tonumber("0" .. fraction)
end

return M

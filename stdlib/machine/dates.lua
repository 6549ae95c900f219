-- The form of dates in arguments (RFC 3339 §5.6). The host checks the same in DateTimeText.swift.

local M = {}

local DAYS = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 }

local function days_in(month, year)
  local is_leap = year % 4 == 0 and (year % 100 ~= 0 or year % 400 == 0)
  return month == 2 and is_leap and 29 or DAYS[month]
end

--- Whether a text is a day, as in "2026-11-01".
---@param text string
---@return boolean
function M.is_date(text)
  local year, month, day = text:match "^(%d%d%d%d)%-(%d%d)%-(%d%d)$"
  if not year then return false end
  year, month, day = tonumber(year), tonumber(month), tonumber(day)
  return month >= 1 and month <= 12 and day >= 1 and day <= days_in(month, year)
end

local function is_zone(text)
  if text == "Z" or text == "z" then return true end
  local hour, minute = text:match "^[+-](%d%d):(%d%d)$"
  return hour ~= nil and tonumber(hour) < 24 and tonumber(minute) < 60
end

--- Whether a text is an instant, as in "2026-11-01T08:30:00.5+02:00".
---@param text string
---@return boolean
function M.is_date_time(text)
  local date, hour, minute, second, rest = text:match "^(..........)[Tt](%d%d):(%d%d):(%d%d)(.*)$"
  if not date or not M.is_date(date) then return false end
  if tonumber(hour) > 23 or tonumber(minute) > 59 or tonumber(second) > 60 then return false end
  return is_zone((rest:gsub("^%.%d+", "")))
end

return M

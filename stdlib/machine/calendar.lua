-- The proleptic Gregorian calendar in UTC, without a time zone database.

local M = {}

local WEEKDAYS = { "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday" }
local MONTHS = {
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
}

-- Days from 1970-01-01 to a date. Years begin in March, so that the leap day comes last (Howard
-- Hinnant's "chrono-compatible low-level date algorithms").
local function days_of(year, month, day)
  year = year + (month - 1) // 12
  month = (month - 1) % 12 + 1
  if month <= 2 then year = year - 1 end
  local era = year // 400
  local year_of_era = year - era * 400
  local day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
  return era * 146097 + year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year - 719468
end

--- Unix seconds of a date; fields beyond their range carry over.
---@return integer
function M.seconds(year, month, day, hour, min, sec)
  return math.floor(days_of(year, month, day) * 86400 + hour * 3600 + min * 60 + sec)
end

--- The date fields of Unix seconds, as `os.date "*t"` names them.
---@param seconds number
---@return table
function M.fields(seconds)
  seconds = math.floor(seconds)
  local days, rest = seconds // 86400, seconds % 86400
  local shifted = days + 719468
  local era = shifted // 146097
  local day_of_era = shifted - era * 146097
  local year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096) // 365
  local day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
  local shifted_month = (5 * day_of_year + 2) // 153
  local month = (shifted_month + 2) % 12 + 1
  local year = year_of_era + era * 400 + (month <= 2 and 1 or 0)
  return {
    year = year,
    month = month,
    day = day_of_year - (153 * shifted_month + 2) // 5 + 1,
    hour = rest // 3600,
    min = rest % 3600 // 60,
    sec = rest % 60,
    wday = (days + 4) % 7 + 1,
    yday = days - days_of(year, 1, 1) + 1,
    isdst = false,
  }
end

local directives = {
  Y = function(d) return ("%04d"):format(d.year) end,
  y = function(d) return ("%02d"):format(d.year % 100) end,
  m = function(d) return ("%02d"):format(d.month) end,
  d = function(d) return ("%02d"):format(d.day) end,
  H = function(d) return ("%02d"):format(d.hour) end,
  I = function(d) return ("%02d"):format((d.hour + 11) % 12 + 1) end,
  M = function(d) return ("%02d"):format(d.min) end,
  S = function(d) return ("%02d"):format(d.sec) end,
  p = function(d) return d.hour < 12 and "AM" or "PM" end,
  j = function(d) return ("%03d"):format(d.yday) end,
  w = function(d) return tostring(d.wday - 1) end,
  A = function(d) return WEEKDAYS[d.wday] end,
  a = function(d) return WEEKDAYS[d.wday]:sub(1, 3) end,
  B = function(d) return MONTHS[d.month] end,
  b = function(d) return MONTHS[d.month]:sub(1, 3) end,
  Z = function() return "UTC" end,
  z = function() return "+0000" end,
  n = function() return "\n" end,
  t = function() return "\t" end,
  ["%"] = function() return "%" end,
}

local compound = {
  F = "%Y-%m-%d",
  T = "%H:%M:%S",
  R = "%H:%M",
  D = "%m/%d/%y",
  x = "%m/%d/%y",
  X = "%H:%M:%S",
  c = "%a %b %d %H:%M:%S %Y",
}

--- Writes date fields in a format of C's strftime.
---@param format string
---@param fields table
---@return string
function M.format(format, fields)
  format = format:gsub("%%(.)", compound)
  return (format:gsub("%%(.)", function(letter)
    local write = directives[letter]
    if not write then error(("invalid conversion specifier '%%%s'"):format(letter), 0) end
    return write(fields)
  end))
end

return M

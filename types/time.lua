---@meta time
-- Written by prospect-run; changes are lost.

---@class time
time = {}

--- The present instant of the run; a resumed run is given the same one again.
---@return number
function time.now() end

--- Seconds of a duration: a number of seconds, or text such as "90s", "30m", "1h30m", "2d".
---@param duration number|string
---@return number
function time.seconds(duration) end

--- Waits.
---@param duration number|string
function time.sleep(duration) end

--- Text of an instant, in a format of C's strftime; ISO 8601 when there is none. Always in UTC.
---@param instant number
---@param format? string
---@return string
function time.format(instant, format) end

--- The instant of an ISO 8601 date ("2026-11-01") or date and time ("2026-11-01T08:30:00.5+02:00";
--- UTC when it names no zone). Nil and a message when the text is none.
---@param text string
---@return number? instant
---@return string? problem
function time.parse(text) end

return time

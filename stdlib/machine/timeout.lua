-- How long something may take, as a recipe says it.

local host = ...
local errors = host.part "machine/errors"
local time = host.part "time"

--- Seconds of a duration that must be more than none.
---@param duration number|string
---@return number
return function(duration)
  local seconds = time.seconds(duration)
  if seconds <= 0 then
    errors.usage(("a timeout of %s is over at once"):format(duration), 'write "30s", "2h" or a number of seconds')
  end
  return seconds
end

-- Dotted paths of a description, as in "pagination.next_cursor".

local M = {}

local function follow(steps, value)
  for i = 1, #steps do
    if type(value) ~= "table" then return nil end
    value = value[steps[i]]
  end
  if value == json.null then return nil end
  return value
end

local function steps_of(path)
  local steps = {}
  for step in path:gmatch "[^.]+" do steps[#steps + 1] = step end
  return steps
end

--- Compiles a path to a function that reads it; a missing step and `json.null` give nil. Of a list
--- of paths the first that leads to a value counts. A nil path gives the value itself.
---@param path string|string[]|nil
---@return fun(value: any): any
function M.reader(path)
  if not path then return function(value) return value end end
  if type(path) == "string" then
    local steps = steps_of(path)
    return function(value) return follow(steps, value) end
  end
  local ways = {}
  for i, way in ipairs(path) do ways[i] = steps_of(way) end
  return function(value)
    for i = 1, #ways do
      local found = follow(ways[i], value)
      if found ~= nil then return found end
    end
  end
end

return M

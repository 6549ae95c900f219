-- Dotted paths of a description, as in "pagination.next_cursor".

local M = {}

--- Compiles a path to a function that reads it; a missing step and `json.null` give nil. A nil path
--- gives the value itself.
---@param path string?
---@return fun(value: any): any
function M.reader(path)
  if not path then return function(value) return value end end
  local steps = {}
  for step in path:gmatch "[^.]+" do steps[#steps + 1] = step end
  local null = json.null
  return function(value)
    for i = 1, #steps do
      if type(value) ~= "table" then return nil end
      value = value[steps[i]]
    end
    if value == null then return nil end
    return value
  end
end

return M

-- "Did you mean …": the known name that is nearest to a wrong one.

-- Edits that turn `a` into `b` (Levenshtein, one row at a time).
local function distance(a, b)
  local row = {}
  for j = 0, #b do row[j] = j end
  for i = 1, #a do
    local diagonal = row[0]
    row[0] = i
    for j = 1, #b do
      local substitution = diagonal + (a:byte(i) == b:byte(j) and 0 or 1)
      diagonal = row[j]
      row[j] = math.min(substitution, row[j] + 1, row[j - 1] + 1)
    end
  end
  return row[#b]
end

local M = {}

--- The text `; did you mean "x"?`, or "" when no name is near.
---@param wrong string
---@param names table<string, any> a table whose keys are the known names
---@return string
function M.nearest(wrong, names)
  local best, best_distance
  for name in pairs(names) do
    local d = distance(wrong, name)
    -- The name decides among equals, so that the text is the same in every run.
    if not best or d < best_distance or (d == best_distance and name < best) then
      best, best_distance = name, d
    end
  end
  if not best or best_distance > math.max(2, #wrong // 3) then return "" end
  return ('; did you mean "%s"?'):format(best)
end

--- All names in order, as one text.
---@param names table<string, any>
---@return string
function M.list(names)
  local sorted = {}
  for name in pairs(names) do sorted[#sorted + 1] = name end
  table.sort(sorted)
  return table.concat(sorted, ", ")
end

return M

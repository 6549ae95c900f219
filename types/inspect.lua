---@meta inspect
-- Written by prospect-run; changes are lost.

--- A readable text: tables with sorted keys, strings quoted.
---@param value any
---@return string
function inspect(value) end

return inspect

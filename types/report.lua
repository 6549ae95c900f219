---@meta report
-- Written by prospect-run; changes are lost.

---@class report
report = {}

---@class prospect.Column
---@field [1] string the field of a row
---@field [2]? string its title; default: the name of the field
---@field align? "left"|"right" default: right when all values are numbers

--- Text of rows in aligned columns, with a line of titles; print it.
---@param rows table[]
---@param columns (string|prospect.Column)[]
---@return string
function report.table(rows, columns) end

return report

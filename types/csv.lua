---@meta csv
-- Written by prospect-run; changes are lost.

---@class csv
csv = {}

---@class prospect.CSVOptions
---@field delimiter? string one character; default ","

--- An iterator over the rows of a granted file. A row is a table by the names in the first line;
--- all values are text, "" for an empty field. Bytes that are not UTF-8 are read as Latin-1.
---@param path string
---@param options? prospect.CSVOptions
---@return fun(): table<string, string>?
function csv.rows(path, options) end

--- All rows of a text.
---@param text string
---@param options? prospect.CSVOptions
---@return table<string, string>[]
function csv.parse(text, options) end

--- Text of rows, lines ending in CRLF.
---@param rows table<string, any>[]
---@param columns? string[] names in their order; default: those of the first row, sorted
---@param options? prospect.CSVOptions
---@return string
function csv.format(rows, columns, options) end

return csv

-- Tables as text (RFC 4180). Reading maps by column name; files are streamed, so their size does
-- not matter.

local host = ...
local errors = host.part "machine/errors"

local M = {}

---@class prospect.CSVOptions
---@field delimiter? string one character; default ","

-- An iterator over the rows of a source that gives them in portions.
local function iterate(source)
  local rows, index = {}, 0
  return function()
    index = index + 1
    local row = rows[index]
    if row == nil and source then
      rows, index = source:read(), 1
      if rows then
        row = rows[1]
      else
        rows, source = {}, nil
      end
    end
    return row
  end
end

local function delimiter_of(options)
  return options and options.delimiter or ","
end

--- An iterator over the rows of a granted file. A row is a table by the names in the first line;
--- all values are text, "" for an empty field. Bytes that are not UTF-8 are read as Latin-1.
---@param path string
---@param options? prospect.CSVOptions
---@return fun(): table<string, string>?
function M.rows(path, options)
  errors.expect(path, "string", "csv.rows: the file")
  return iterate(host.csv(host.open(path), delimiter_of(options)))
end

--- All rows of a text.
---@param text string
---@param options? prospect.CSVOptions
---@return table<string, string>[]
function M.parse(text, options)
  errors.expect(text, "string", "csv.parse: the text")
  local rows = json.array {}
  for row in iterate(host.csv(text, delimiter_of(options))) do rows[#rows + 1] = row end
  return rows
end

local function quoted(value, delimiter)
  if value == nil or value == json.null then return "" end
  value = tostring(value)
  if value:find('[",\r\n]') or value:find(delimiter, 1, true) or value:find "^%s" or value:find "%s$" then
    return '"' .. value:gsub('"', '""') .. '"'
  end
  return value
end

-- The column names of rows: those of the first row, in alphabetical order.
local function names_of(rows)
  local names = {}
  for name in pairs(rows[1] or {}) do names[#names + 1] = name end
  table.sort(names)
  return names
end

--- Text of rows, lines ending in CRLF.
---@param rows table<string, any>[]
---@param columns? string[] names in their order; default: those of the first row, sorted
---@param options? prospect.CSVOptions
---@return string
function M.format(rows, columns, options)
  errors.expect(rows, "table", "csv.format: the rows")
  columns = columns or names_of(rows)
  local delimiter = delimiter_of(options)
  local lines = {}
  local fields = {}
  for i, name in ipairs(columns) do fields[i] = quoted(name, delimiter) end
  lines[1] = table.concat(fields, delimiter)
  for _, row in ipairs(rows) do
    for i, name in ipairs(columns) do fields[i] = quoted(row[name], delimiter) end
    lines[#lines + 1] = table.concat(fields, delimiter)
  end
  lines[#lines + 1] = ""
  return table.concat(lines, "\r\n")
end

return M

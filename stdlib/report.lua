-- Short tables for people.

local host = ...
local errors = host.part "machine/errors"

local M = {}

---@class prospect.Column
---@field [1] string the field of a row
---@field [2]? string its title; default: the name of the field
---@field align? "left"|"right" default: right when all values are numbers

-- Scripts whose characters take two columns of a terminal (the large ranges of Unicode's East Asian
-- Width).
local function is_wide(code)
  return code >= 0x1100
    and (code <= 0x115F or (code >= 0x2E80 and code <= 0xA4CF) or (code >= 0xAC00 and code <= 0xD7A3)
      or (code >= 0xF900 and code <= 0xFAFF) or (code >= 0xFE30 and code <= 0xFE6F)
      or (code >= 0xFF00 and code <= 0xFF60) or (code >= 0xFFE0 and code <= 0xFFE6)
      or (code >= 0x1F300 and code <= 0x1FAFF) or (code >= 0x20000 and code <= 0x3FFFD))
end

-- Columns that a text takes.
local function width_of(text)
  if not utf8.len(text) then return #text end
  local width = 0
  for _, code in utf8.codes(text) do
    if code < 0x300 or code > 0x36F then width = width + (is_wide(code) and 2 or 1) end
  end
  return width
end

local function cell(value)
  if value == nil or value == json.null then return "" end
  if math.type(value) == "float" then return ("%.2f"):format(value) end
  return (tostring(value):gsub("[\r\n\t]+", " "))
end

local function prepare(columns)
  local prepared = {}
  for i, column in ipairs(columns) do
    if type(column) ~= "table" then column = { column } end
    local title = column[2] or tostring(column[1])
    prepared[i] = { name = column[1], title = title, align = column.align, width = width_of(title), numeric = true }
  end
  return prepared
end

-- The texts of all rows; widens the columns to hold them.
local function fill(rows, columns)
  local lines = {}
  for _, row in ipairs(rows) do
    local line = {}
    for i, column in ipairs(columns) do
      local value = row[column.name]
      line[i] = cell(value)
      column.width = math.max(column.width, width_of(line[i]))
      if line[i] ~= "" and type(value) ~= "number" then column.numeric = false end
    end
    lines[#lines + 1] = line
  end
  return lines
end

local function layout(cells, columns)
  local padded = {}
  for i, column in ipairs(columns) do
    local space = (" "):rep(column.width - width_of(cells[i]))
    local right = column.align == "right" or (not column.align and column.numeric)
    padded[i] = right and space .. cells[i] or cells[i] .. space
  end
  return (table.concat(padded, "  "):gsub("%s+$", ""))
end

--- Text of rows in aligned columns, with a line of titles; print it.
---@param rows table[]
---@param columns (string|prospect.Column)[]
---@return string
function M.table(rows, columns)
  errors.expect(rows, "table", "report.table: the rows")
  errors.expect(columns, "table", "report.table: the columns")
  columns = prepare(columns)
  local lines = fill(rows, columns)
  local titles, rules = {}, {}
  for i, column in ipairs(columns) do
    titles[i] = column.title
    rules[i] = ("─"):rep(column.width)
  end
  local text = { layout(titles, columns), layout(rules, columns) }
  for _, line in ipairs(lines) do text[#text + 1] = layout(line, columns) end
  return table.concat(text, "\n")
end

return M

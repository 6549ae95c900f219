-- Text as people write it.

local host = ...
local errors = host.part "machine/errors"

local M = {}

--- Without white space at both ends.
---@param s string
---@return string
function M.trim(s)
  errors.expect(s, "string", "text.trim: the text")
  return s:match "^%s*(.-)%s*$"
end

--- In lower case, in every script that has one.
---@param s string
---@return string
function M.lower(s)
  errors.expect(s, "string", "text.lower: the text")
  -- Plain ASCII, which nearly all e-mail addresses are, needs no table.
  if not s:find "[\128-\255]" then return s:lower() end
  return host.lower(s)
end

--- The form in which two spellings of one thing are equal: trimmed and in lower case. For e-mail
--- addresses, above all.
---@param s string
---@return string
function M.fold(s)
  errors.expect(s, "string", "text.fold: the text")
  return M.lower(M.trim(s))
end

--- One key of several parts, folded and joined by ":"; for external ids and de-duplication.
---@param ... string|number
---@return string
function M.key(...)
  local parts = { ... }
  for i = 1, select("#", ...) do
    if parts[i] == nil or parts[i] == json.null then errors.usage(("text.key: part %d is missing"):format(i)) end
    parts[i] = M.fold(tostring(parts[i]))
  end
  return table.concat(parts, ":")
end

--- The pieces between separators, which are plain text.
---@param s string
---@param separator string
---@return string[]
function M.split(s, separator)
  errors.expect(s, "string", "text.split: the text")
  errors.expect(separator, "string", "text.split: the separator")
  if separator == "" then errors.usage "text.split: the separator must not be empty" end
  local pieces, position = {}, 1
  while true do
    local first, last = s:find(separator, position, true)
    pieces[#pieces + 1] = s:sub(position, (first or #s + 1) - 1)
    if not first then return pieces end
    position = last + 1
  end
end

--- Whether a text is there and not only white space: the way to test a CSV field.
---@param s any
---@return boolean
function M.present(s)
  return type(s) == "string" and s:find "%S" ~= nil
end

return M

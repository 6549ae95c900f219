---@meta text
-- Written by prospect-run; changes are lost.

---@class text
text = {}

--- Without white space at both ends.
---@param s string
---@return string
function text.trim(s) end

--- In lower case, in every script that has one.
---@param s string
---@return string
function text.lower(s) end

--- The form in which two spellings of one thing are equal: trimmed and in lower case. For e-mail
--- addresses, above all.
---@param s string
---@return string
function text.fold(s) end

--- One key of several parts, folded and joined by ":"; for external ids and de-duplication.
---@param ... string|number
---@return string
function text.key(...) end

--- The pieces between separators, which are plain text.
---@param s string
---@param separator string
---@return string[]
function text.split(s, separator) end

--- Whether a text is there and not only white space: the way to test a CSV field.
---@param s any
---@return boolean
function text.present(s) end

return text

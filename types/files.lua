---@meta files
-- Written by prospect-run; changes are lost.

---@class files
files = {}

--- The whole content of a file. Large ones are better read by `files.lines` or `csv.rows`.
---@param path string
---@return string
function files.read(path) end

--- An iterator over the lines of a file, without their line ends.
---@param path string
---@return fun(): string?
function files.lines(path) end

--- Writes a file whole: it is written beside and renamed, so nobody ever sees half of it. Returns
--- its path.
---@param path string
---@param text string
---@return string
function files.write(path, text) end

return files

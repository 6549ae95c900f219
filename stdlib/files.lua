-- Granted files. The host opens and writes them; a path is relative to the granted folder.

local host = ...
local errors = host.part "machine/errors"

local M = {}

--- The whole content of a file. Large ones are better read by `files.lines` or `csv.rows`.
---@param path string
---@return string
function M.read(path)
  errors.expect(path, "string", "files.read: the path")
  local file <close> = host.open(path)
  return file:read_all()
end

--- An iterator over the lines of a file, without their line ends.
---@param path string
---@return fun(): string?
function M.lines(path)
  errors.expect(path, "string", "files.lines: the path")
  local file, rest, position = host.open(path), "", 1
  return function()
    local pieces = {}
    while true do
      local stop = rest:find("\n", position, true)
      if stop then
        pieces[#pieces + 1] = rest:sub(position, stop - 1)
        position = stop + 1
        break
      end
      -- A line may go on in the next portion, and in many.
      pieces[#pieces + 1] = rest:sub(position)
      rest, position = file and file:read() or "", 1
      if rest == "" then
        file = nil
        break
      end
    end
    local line = table.concat(pieces)
    if line == "" and not file then return nil end
    return (line:gsub("\r$", ""))
  end
end

--- Writes a file whole: it is written beside and renamed, so nobody ever sees half of it. Returns
--- its path.
---@param path string
---@param text string
---@return string
function M.write(path, text)
  errors.expect(path, "string", "files.write: the path")
  errors.expect(text, "string", "files.write: the text")
  return host.write(path, text).path
end

return M

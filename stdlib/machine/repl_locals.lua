-- Makes locals of the outermost level survive their input: `local x = 1` becomes `x = 1` in the
-- session's environment, which every later input shares. Columns and lines stay as they were typed,
-- for error messages.

local M = {}

-- Words that open and close a block. `while` and `for` open none of their own: their `do` does.
local OPENS = { ["function"] = true, ["do"] = true, ["if"] = true, ["repeat"] = true }
local CLOSES = { ["end"] = true, ["until"] = true }

-- The end of a long bracket that begins at `position`; nil when none does, or when it is not
-- closed.
local function long_bracket(source, position)
  local equals = source:match("^%[(=*)%[", position)
  if not equals then return nil end
  local _, last = source:find("]" .. equals .. "]", position, true)
  return last
end

-- The end of a quoted string that begins at `position`.
local function quoted(source, position)
  local quote = source:sub(position, position)
  local i = position + 1
  while i <= #source do
    local c = source:sub(i, i)
    if c == "\\" then
      i = i + 1
    elseif c == quote then
      return i
    end
    i = i + 1
  end
  return #source
end

local function comment(source, position)
  if source:sub(position, position + 1) ~= "--" then return nil end
  local last = long_bracket(source, position + 2)
  return last or (source:find("\n", position, true) or #source + 1) - 1
end

-- The next token at or after `position`: its kind ("word", "mark", "text"), first and last place.
local function token(source, position)
  while true do
    position = source:find("%S", position)
    if not position then return nil end
    local last = comment(source, position)
    if not last then break end
    position = last + 1
  end
  local _, last = source:find("^[%a_][%w_]*", position)
  if last then return "word", position, last end
  local c = source:sub(position, position)
  if c == '"' or c == "'" then return "text", position, quoted(source, position) end
  last = long_bracket(source, position)
  if last then return "text", position, last end
  _, last = source:find("^%.?%d[%w.]*", position)
  return last and "text" or "mark", position, last or position
end

-- Reads the names behind `local`: the place behind them, whether "=" follows, and whether one is to
-- be closed.
local function names(source, position)
  local closes = false
  local cursor, last_name = position, nil
  while true do
    local kind, _, last = token(source, cursor)
    if kind ~= "word" then return nil end
    last_name = last
    local attribute, behind = source:match("^%s*<%s*(%a+)%s*>()", last + 1)
    if attribute then
      closes = closes or attribute == "close"
      last_name = behind - 1
    end
    local _, first, last_mark = token(source, last_name + 1)
    if not first or source:sub(first, last_mark) ~= "," then
      return last_name, first ~= nil and source:sub(first, last_mark) == "=", closes
    end
    cursor = last_mark + 1
  end
end

-- The statement that begins with `local` at `first`, without that word; nil when it must stay as it
-- is. Second: where reading goes on.
local function rewrite(source, first, last)
  local kind, next_first, next_last = token(source, last + 1)
  if kind == "word" and source:sub(next_first, next_last) == "function" then
    return "     ", last + 1
  end
  local last_name, has_value, closes = names(source, last + 1)
  if not last_name or closes then return nil, last + 1 end
  local list = source:sub(last + 1, last_name):gsub("<[^>]*>", function(a) return (" "):rep(#a) end)
  return "     " .. list .. (has_value and "" or " = nil"), last_name + 1
end

--- The same text with the outermost `local` taken away.
---@param source string
---@return string
function M.survive(source)
  local pieces, copied, position, depth = {}, 1, 1, 0
  while true do
    local kind, first, last = token(source, position)
    if not kind then break end
    local word = kind == "word" and source:sub(first, last)
    position = last + 1
    if OPENS[word] then
      depth = depth + 1
    elseif CLOSES[word] then
      depth = depth - 1
    elseif word == "local" and depth == 0 then
      local replacement, behind = rewrite(source, first, last)
      if replacement then
        pieces[#pieces + 1] = source:sub(copied, first - 1) .. replacement
        copied = behind
      end
      position = behind
    end
  end
  return table.concat(pieces) .. source:sub(copied)
end

return M

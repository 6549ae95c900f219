-- inspect(value): a readable text of any value, for people who look around.

local KEYWORDS = {}
for word in ("and break do else elseif end false for function goto if in local nil not or repeat return then true until while"):gmatch "%a+" do
  KEYWORDS[word] = true
end

local DEPTH, ITEMS, WIDTH = 6, 100, 72

local function quote(text) return (("%q"):format(text):gsub("\\\n", "\\n")) end

local function key_text(key)
  if type(key) == "string" and key:find "^[%a_][%w_]*$" and not KEYWORDS[key] then return key end
  return "[" .. (type(key) == "string" and quote(key) or tostring(key)) .. "]"
end

local function sorted_keys(t, count)
  local keys = {}
  for key in next, t do
    local in_list = math.type(key) == "integer" and key >= 1 and key <= count
    if not in_list then keys[#keys + 1] = key end
  end
  table.sort(keys, function(a, b)
    if type(a) == "string" and type(b) == "string" then return a < b end
    if type(a) == "number" and type(b) == "number" then return a < b end
    return type(a) < type(b)
  end)
  return keys
end

local write

local function entries(t, depth, open)
  local list, count = {}, rawlen(t)
  for i = 1, math.min(count, ITEMS) do list[#list + 1] = write(rawget(t, i), depth + 1, open) end
  if count > ITEMS then list[#list + 1] = ("… %d more"):format(count - ITEMS) end
  for number, key in ipairs(sorted_keys(t, count)) do
    if number > ITEMS then
      list[#list + 1] = "…"
      break
    end
    list[#list + 1] = key_text(key) .. " = " .. write(rawget(t, key), depth + 1, open)
  end
  return list
end

-- One line when it fits, else an entry a line.
local function layout(list, depth)
  if #list == 0 then return "{}" end
  local line = "{ " .. table.concat(list, ", ") .. " }"
  if #line + 2 * depth <= WIDTH and not line:find("\n", 1, true) then return line end
  local indent = ("  "):rep(depth + 1)
  return "{\n" .. indent .. table.concat(list, ",\n" .. indent) .. "\n" .. ("  "):rep(depth) .. "}"
end

function write(value, depth, open)
  if type(value) == "string" then return quote(value) end
  if type(value) ~= "table" then return tostring(value) end
  local metatable = getmetatable(value)
  if type(metatable) == "table" and metatable.__tostring then return tostring(value) end
  if open[value] then return "{ the table around it }" end
  if depth >= DEPTH then return "{…}" end
  open[value] = true
  local text = layout(entries(value, depth, open), depth)
  open[value] = nil
  return text
end

--- A readable text: tables with sorted keys, strings quoted.
---@param value any
---@return string
local function inspect(value) return write(value, 0, {}) end

return inspect

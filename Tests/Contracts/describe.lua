-- Prints provider descriptions as one JSON array: lua5.4 describe.lua FILE…
--
-- A description is data, but for its example, which must be Lua that compiles.

local write

local function sorted_keys(object)
  local keys = {}
  for key in pairs(object) do keys[#keys + 1] = key end
  table.sort(keys, function(a, b) return tostring(a) < tostring(b) end)
  return keys
end

local escapes = { ['"'] = '\\"', ["\\"] = "\\\\", ["\n"] = "\\n", ["\t"] = "\\t", ["\r"] = "\\r" }

local function quoted(text)
  return '"' .. text:gsub('[%c"\\]', function(c) return escapes[c] or ("\\u%04x"):format(c:byte()) end) .. '"'
end

local function joined(parts, open, close) return open .. table.concat(parts, ",") .. close end

local function written_table(value)
  local parts = {}
  if #value > 0 then
    for i, element in ipairs(value) do parts[i] = write(element) end
    return joined(parts, "[", "]")
  end
  for i, key in ipairs(sorted_keys(value)) do parts[i] = quoted(tostring(key)) .. ":" .. write(value[key]) end
  return joined(parts, "{", "}")
end

function write(value)
  if type(value) == "table" then return written_table(value) end
  if type(value) == "string" then return quoted(value) end
  if type(value) == "number" or type(value) == "boolean" then return tostring(value) end
  error("a description holds a " .. type(value))
end

-- What a description may use: as in the machine that reads it, nothing that reaches outside.
local function bare_globals()
  local globals = {}
  for name, value in pairs(_G) do globals[name] = value end
  for _, name in ipairs { "io", "os", "debug", "package", "require", "dofile", "loadfile", "arg" } do
    globals[name] = nil
  end
  return globals
end

local function check_examples(file, description)
  for name, operation in pairs(description.operations) do
    local ok, problem = load(operation.example or "", "=" .. name, "t", {})
    if not ok then error(("%s: the example of %s: %s"):format(file, name, problem), 0) end
  end
end

local descriptions = {}
for i, file in ipairs(arg) do
  local chunk = assert(loadfile(file, "t", bare_globals()))
  descriptions[i] = chunk()
  check_examples(file, descriptions[i])
end
print(write(descriptions))

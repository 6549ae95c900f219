-- What every recipe finds when it starts. Runs once, before the recipe is loaded, so it is kept
-- short: the modules themselves are compiled when they are first named.
--
-- `host` is the way out of the machine: functions in Swift (Sources/RecipeMachine/Bindings) that
-- ask the host for something and wait. Every file of stdlib/ receives it as its argument; recipes
-- never see it.

local host, chunk_name = ...

arg = { [0] = (chunk_name:gsub("^[@=]", "")), select(3, ...) }

-- Globals that are parts of the machine rather than modules of their own.
local builtins = {
  meta = "machine/meta",
  os = "machine/os",
  require = "machine/require",
}

local parts = {}

--- What a file of stdlib/ returns; it is loaded when first asked for. Nil when there is no such
--- file.
function host.part(path)
  local part = parts[path]
  if part == nil then
    local chunk = host.load(path)
    part = chunk and chunk(host)
    parts[path] = part
  end
  return part
end

--- A module that recipes may use: a file directly in stdlib/. Nil when there is none of that name.
function host.library(name)
  if name:find("^[%a_][%w_]*$") then return host.part(name) end
end

-- Modules are globals, too: naming one loads it.
setmetatable(_G, {
  __index = function(globals, name)
    if type(name) ~= "string" then return nil end
    local value = builtins[name] and host.part(builtins[name]) or host.library(name)
    if value ~= nil then rawset(globals, name, value) end
    return value
  end,
})

--- Writes its arguments to the standard output of the recipe, as Lua's own `print` does.
function print(...)
  local texts = table.pack(...)
  for i = 1, texts.n do texts[i] = tostring(texts[i]) end
  host.print(table.concat(texts, "\t", 1, texts.n) .. "\n")
end

-- require(name): a module of stdlib, a provider, functions of the embedding host, or a granted Lua
-- file.

local host = ...
local errors = host.part "machine/errors"
local suggest = host.part "machine/suggest"

local loaded = {}
-- Modules that are being loaded: a gate each, because a second task that asks meanwhile must wait.
local loading = {}

-- Functions of the embedding host, behind a table that knows their names.
local function functions(module, names)
  local face, known = {}, {}
  for _, name in ipairs(names) do
    known[name] = true
    local full_name = module .. "." .. name
    face[name] = function(...)
      local values = {}
      for i = 1, select("#", ...) do
        local value = select(i, ...)
        values[i] = value == nil and json.null or value
      end
      return host.invoke(full_name, json.array(values))
    end
  end
  return setmetatable(face, {
    __index = function(_, name)
      errors.usage(
        ("the host offers no function %s.%s%s"):format(module, tostring(name), suggest.nearest(tostring(name), known))
      )
    end,
  })
end

local makers = {
  provider = function(_, found) return host.part("machine/provider").new(found.description) end,
  functions = function(name, found) return functions(name, found.names) end,
  source = function(name, found)
    local chunk, problem = load(found.source, found.name, "t")
    if not chunk then error(problem, 0) end
    local module = chunk(name)
    if module == nil then return true end
    return module
  end,
}

-- What is there from the start can be required as well, as in plain Lua.
local standard = {}
for _, name in ipairs { "_G", "coroutine", "json", "math", "meta", "os", "string", "table", "utf8" } do
  standard[name] = _G[name]
end

local function find(name)
  local found = host.module(name)
  return makers[found.kind](name, found)
end

-- Runs with the module's gate held, which the task leaves also when it fails.
local function load_once(name, gate)
  local ok, module = pcall(find, name)
  loading[name] = nil
  gate:leave()
  if not ok then error(module, 0) end
  loaded[name] = module
  return module
end

local function wait_for(name, gate)
  if not gate:enter() then
    errors.usage(("module '%s' requires itself, directly or through another module"):format(name))
  end
  gate:leave()
end

--- Loads a module once and returns it.
---@param name string
---@return any
return function(name)
  errors.expect(name, "string", "require: the name")
  while true do
    local module = loaded[name] or standard[name] or host.library(name)
    if module ~= nil then return module end
    local gate = loading[name]
    if gate then
      wait_for(name, gate)
    else
      gate = host.gate()
      loading[name] = gate
      gate:enter()
      return load_once(name, gate)
    end
  end
end

-- Values that stand for what a provider shows once: an API key, a signing secret. Their text never
-- comes here; the host keeps it and puts it in where a recipe hands the value on.

local host = ...

local M = {}

-- By handle, so that one secret is one value; and back. Both forget what nobody holds.
local values = setmetatable({}, { __mode = "v" })
local handles = setmetatable({}, { __mode = "k" })

---@class prospect.Secret
---@field save fun(self: prospect.Secret, name: string): string writes it to NAME.secret in the output folder; gives the path

--- The value that stands for a handle of the host.
---@param handle string
---@param label string where it came from
---@return prospect.Secret
function M.wrap(handle, label)
  local value = values[handle]
  if not value then
    value = host.secret(handle, label)
    values[handle], handles[value] = value, handle
  end
  return value
end

-- Replaces what stands at a path; a list on the way means each of its elements.
local function seal_at(place, steps, index, label)
  if type(place) ~= "table" then return end
  if place[1] ~= nil then
    for _, element in ipairs(place) do seal_at(element, steps, index, label) end
    return
  end
  local name = steps[index]
  local value = place[name]
  if index < #steps then return seal_at(value, steps, index + 1, label) end
  if type(value) == "string" then place[name] = M.wrap(value, label) end
end

--- Makes the function that turns the handles in an operation's result into values.
---@param operation string its full name
---@param paths string[] `secrets` of its description
---@return fun(result: any)
function M.sealer(operation, paths)
  local places = {}
  for i, path in ipairs(type(paths) == "table" and paths or { paths }) do
    local steps = {}
    for step in path:gmatch "[^.]+" do steps[#steps + 1] = step end
    places[i] = { steps = steps, label = operation .. " " .. path }
  end
  return function(result)
    for _, place in ipairs(places) do seal_at(result, place.steps, 1, place.label) end
  end
end

-- Deeper than what JSON is written to; a table inside itself is refused there, with its place.
local DEEPEST = 200

local function lower(value, depth)
  local handle = handles[value]
  if handle then return handle end
  if type(value) ~= "table" or depth > DEEPEST then return value end
  local copy
  for key, inner in next, value do
    local lowered = lower(inner, depth + 1)
    if not rawequal(lowered, inner) then
      if not copy then
        copy = {}
        for name, other in next, value do copy[name] = other end
        if json.is_array(value) then json.array(copy) end
      end
      copy[key] = lowered
    end
  end
  return copy or value
end

--- Arguments as they cross the port: a secret is its handle there. The same table when none is in
--- it; nothing is looked at as long as the recipe holds no secret.
---@generic T
---@param arguments T
---@return T
function M.lowered(arguments)
  if next(handles) == nil then return arguments end
  return lower(arguments, 0)
end

--- The handle of a secret; nil for any other value.
---@param value any
---@return string?
function M.handle(value) return value ~= nil and handles[value] or nil end

return M

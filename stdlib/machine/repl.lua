-- One input of a session: what expressions give is printed, locals of the outermost level survive.

local host = ...
local locals = host.part "machine/repl_locals"

local M = {}

-- Globals of the session. Modules that are `require`d do not see them.
local environment = setmetatable({}, { __index = _G })

-- A chunk for the input; or nil, "incomplete" or "syntax", and the message.
local function compile(source)
  local chunk = load("return " .. source, "=input", "t", environment)
  if chunk then return chunk end
  local problem
  chunk, problem = load(locals.survive(source), "=input", "t", environment)
  if chunk then return chunk end
  if problem:find "near <eof>$" then return nil, "incomplete", problem end
  -- Messages speak of the text as it was typed.
  local _, as_typed = load(source, "=input", "t", environment)
  return nil, "syntax", as_typed or problem
end

local function show(...)
  local count = select("#", ...)
  if count == 0 then return end
  local inspect = host.part "inspect"
  local texts = table.pack(...)
  for i = 1, count do
    texts[i] = type(texts[i]) == "string" and texts[i] or inspect(texts[i])
  end
  host.print(table.concat(texts, "\t", 1, count) .. "\n")
end

--- Evaluates one input. Returns "incomplete" when it is the beginning of a statement, "syntax" and
--- a message when it is no Lua; raises what the input raises.
---@param source string
---@return string? verdict
---@return string? message
function M.evaluate(source)
  local chunk, verdict, message = compile(source)
  if not chunk then return verdict, message end
  show(chunk())
  return nil
end

return M

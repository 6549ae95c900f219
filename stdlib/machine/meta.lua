-- meta(result): the facts about the call that a result came from.

local host = ...

-- The host sends the facts as text; it is decoded when somebody looks. Weak keys: a result that is
-- forgotten takes its facts along.
local facts = setmetatable({}, { __mode = "k" })
local ids = setmetatable({}, { __mode = "k" })

--- Notes where a result came from.
---@param result any
---@param text string JSON
---@param request_id? string found in the body
function host.note_facts(result, text, request_id)
  if type(result) ~= "table" then return end
  facts[result] = text
  ids[result] = request_id
end

---@class prospect.Meta
---@field status integer HTTP status
---@field attempts integer
---@field request_id? string
---@field wait? number seconds until the provider wants to be asked again, when it said so
---@field address? string the address that was connected to, of the proxy where there is one
---@field replayed boolean whether the journal answered instead of the provider
---@field headers table<string, string>

--- The facts about the call that `result` came from; nil for anything that is no result of a call.
---@param result any
---@return prospect.Meta?
local function meta(result)
  local text = facts[result]
  if not text then return nil end
  local decoded = text ~= "" and json.decode(text) or {}
  if decoded.request_id == nil or decoded.request_id == json.null then
    decoded.request_id = ids[result]
  end
  return decoded
end

return meta

---@meta meta
-- Written by prospect-run; changes are lost.

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
function meta(result) end

return meta

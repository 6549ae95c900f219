---@meta args
-- Written by prospect-run; changes are lost.

---@class args
args = {}

---@alias prospect.ArgumentType "string"|"integer"|"number"|"boolean"|"list"

---@class prospect.Argument
---@field [1] prospect.ArgumentType
---@field default? any
---@field required? boolean
---@field help? string what it is for

--- Reads arguments such as `countries=FR,DE max_credits=500` into a table.
---
---     local options = args.parse({ ... }, {
---       countries = { "list", help = "two-letter codes" },
---       max_credits = { "integer", default = 10000 },
---     })
---
---@param arguments string[]
---@param known table<string, prospect.ArgumentType|prospect.Argument>
---@return table<string, any>
function args.parse(arguments, known) end

return args

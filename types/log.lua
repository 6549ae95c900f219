---@meta log
-- Written by prospect-run; changes are lost.

---@class log
log = {}

---@alias prospect.LogFunction fun(message: any, fields?: table<string, any>)

---@type prospect.LogFunction
log.debug = nil

---@type prospect.LogFunction
log.info = nil

---@type prospect.LogFunction
log.warn = nil

---@type prospect.LogFunction
log.error = nil

return log

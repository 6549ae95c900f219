---@meta webhooks
-- Written by prospect-run; changes are lost.

---@class webhooks
webhooks = {}

--- Checks that a delivery of ProspectB2B is genuine and fresh, and returns its event. Raises an error
--- of kind "signature" when it is not. Deliveries may come twice: keep the id in the header
--- X-ProspectB2B-Delivery of those that were handled.
---@param options { secret: string|prospect.Secret, headers: table<string, string>, body: string, tolerance?: string|number }
---@return table event
function webhooks.verify(options) end

return webhooks

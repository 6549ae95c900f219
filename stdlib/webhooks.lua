-- Webhooks that a provider delivered: is it really from the provider, and fresh?

local host = ...
local errors = host.part "machine/errors"
local secrets = host.part "machine/secret"
local time = host.part "time"

local M = {}

local PREFIX = "x-prospectb2b-"
local VERSION = "v1"

local function fail(message, hint)
  errors.raise { kind = "signature", message = message, hint = hint }
end

-- Header names have no case (RFC 9110 §5.1).
local function reader(headers)
  local lower = {}
  for name, value in pairs(headers) do
    if type(name) == "string" then lower[name:lower()] = value end
  end
  return function(name)
    local value = lower[PREFIX .. name:lower()]
    if type(value) ~= "string" or value == "" then
      fail(
        ("the header X-ProspectB2B-%s is missing"):format(name),
        "hand over all headers of the delivery, as a table of names and texts"
      )
    end
    return text.trim(value)
  end
end

-- The signatures of the version that is known here; others may stand beside it.
local function signatures(header)
  local known = {}
  for entry in header:gmatch "[^,]+" do
    local version, digits = entry:match "^%s*(%w+)=(%x+)%s*$"
    if version == VERSION then known[#known + 1] = digits end
  end
  if #known == 0 then
    fail("the header X-ProspectB2B-Signature holds no signature of version " .. VERSION)
  end
  return known
end

local function check_age(stamp, tolerance)
  local instant = stamp:match "^%d+$" and math.tointeger(stamp)
  if not instant then fail "the header X-ProspectB2B-Timestamp is no number of seconds" end
  local age = host.now() - instant
  if math.abs(age) <= tolerance then return end
  fail(
    ("the delivery is %d seconds %s, more than the %d that are allowed"):format(
      math.floor(math.abs(age)), age > 0 and "old" or "ahead of this clock", math.floor(tolerance)
    ),
    "an old delivery may be a replay; a clock that is wrong looks the same"
  )
end

local function decode(body, name)
  local ok, event = pcall(json.decode, body)
  if not ok or type(event) ~= "table" then fail "the body is signed, but it is no JSON object" end
  if event.type ~= name then
    fail(
      ("the header X-ProspectB2B-Event says %s, the body says %s"):format(inspect(name), inspect(event.type)),
      "the signature covers the body, not this header"
    )
  end
  return event
end

local OPTIONS = { secret = true, headers = true, body = true, tolerance = true }

local function check_options(options)
  errors.expect(options, "table", "webhooks.verify: the options")
  for name in pairs(options) do
    if not OPTIONS[name] then
      local nearest = host.part("machine/suggest").nearest(tostring(name), OPTIONS)
      errors.usage(("webhooks.verify: unknown option \"%s\"%s"):format(tostring(name), nearest))
    end
  end
  errors.expect(options.headers, "table", "webhooks.verify: `headers`")
  errors.expect(options.body, "string", "webhooks.verify: `body`, the bytes as they came,")
  if not secrets.handle(options.secret) then
    errors.expect(options.secret, "string", "webhooks.verify: `secret`, or a secret value,")
    if options.secret == "" then errors.usage "webhooks.verify: `secret` is empty" end
  end
end

--- Checks that a delivery of ProspectB2B is genuine and fresh, and returns its event. Raises an error
--- of kind "signature" when it is not. Deliveries may come twice: keep the id in the header
--- X-ProspectB2B-Delivery of those that were handled.
---@param options { secret: string|prospect.Secret, headers: table<string, string>, body: string, tolerance?: string|number }
---@return table event
function M.verify(options)
  check_options(options)
  local header = reader(options.headers)
  local name, stamp, given = header "Event", header "Timestamp", signatures(header "Signature")
  check_age(stamp, time.seconds(options.tolerance or "5m"))
  local handle = secrets.handle(options.secret)
  -- The host compares, in a time that tells nothing; the right signature never comes here.
  if not host.verify(handle or options.secret, handle ~= nil, stamp .. "." .. options.body, table.unpack(given)) then
    fail(
      "no signature of the delivery is right for this secret and body",
      "is it the secret of this endpoint, and the body byte for byte as it came?"
    )
  end
  return decode(options.body, name)
end

return M

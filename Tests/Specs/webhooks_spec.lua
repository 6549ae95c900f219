-- Deliveries of webhooks: genuine, fresh, and what is said of those that are not. The examples that
-- need the host to compute a signature run where a host is: see SecretTests.
local spec = require "spec"
local describe, it, expect = spec.describe, spec.it, spec.expect

local function delivery(change)
  local options = {
    secret = "whsec_demo",
    headers = {
      ["X-ProspectB2B-Event"] = "lead.created",
      ["X-ProspectB2B-Delivery"] = "del_1",
      ["X-ProspectB2B-Timestamp"] = tostring(math.floor(time.now())),
      ["X-ProspectB2B-Signature"] = "v1=00ff",
    },
    body = "{}",
  }
  change(options, options.headers)
  return function() return webhooks.verify(options) end
end

local function wrong(message, change)
  return function()
    local ok, err = pcall(delivery(change))
    expect(ok):to_equal(false)
    expect(err.kind):to_equal "signature"
    expect(err):to_contain(message)
  end
end

local function shifted(seconds)
  return function(_, headers)
    headers["X-ProspectB2B-Timestamp"] = tostring(math.floor(time.now()) + seconds)
  end
end

describe("webhooks.verify refuses", function()
  for _, name in ipairs { "Event", "Timestamp", "Signature" } do
    it("a delivery without its " .. name, wrong("X-ProspectB2B-" .. name .. " is missing", function(_, headers)
      headers["X-ProspectB2B-" .. name] = nil
    end))
  end

  it("an old delivery, which may be a replay", wrong("400 seconds old", shifted(-400)))
  it("one from the future", wrong("ahead of this clock", shifted(400)))

  it("a timestamp that is none", wrong("no number of seconds", function(_, headers)
    headers["X-ProspectB2B-Timestamp"] = "yesterday"
  end))

  for _, signature in ipairs { "v2=00ff", "00ff", "v1=", "v1=xyz", "," } do
    it(("a signature such as %q"):format(signature), wrong("no signature of version v1", function(_, headers)
      headers["X-ProspectB2B-Signature"] = signature
    end))
  end
end)

describe("webhooks.verify", function()
  it("says how it is called", function()
    expect(function() webhooks.verify() end):to_raise "must be a table"
    expect(delivery(function(options) options.body = nil end)):to_raise "`body`"
    expect(delivery(function(options) options.headers = nil end)):to_raise "`headers`"
    expect(delivery(function(options) options.secret = nil end)):to_raise "`secret`"
    expect(delivery(function(options) options.secret = "" end)):to_raise "is empty"
    expect(delivery(function(options) options.tolerence = 5 end)):to_raise 'did you mean "tolerance"?'
  end)
end)

spec.finish()

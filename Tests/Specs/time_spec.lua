-- Instants, durations and the run's clock.
local spec = require "spec"
local describe, it, expect = spec.describe, spec.it, spec.expect

describe("a duration", function()
  it("is a number of seconds or a text", function()
    expect(time.seconds(2.5)):to_equal(2.5)
    expect(time.seconds "90s"):to_equal(90)
    expect(time.seconds "1h30m"):to_equal(5400)
    expect(time.seconds "2d"):to_equal(172800)
    expect(time.seconds "250ms"):to_equal(0.25)
  end)

  it("that makes no sense is an error", function()
    expect(function() time.seconds "soon" end):to_raise '"soon" is no duration'
    expect(function() time.seconds "30" end):to_raise "is no duration"
    expect(function() time.seconds(nil) end):to_raise "must be a string, got nothing"
  end)
end)

describe("an instant", function()
  it("is read from ISO 8601 and written as such", function()
    expect(time.parse "2026-11-01T08:30:00Z"):to_equal(1793521800)
    expect(time.parse "2026-11-01T10:30:00+02:00"):to_equal(1793521800)
    expect(time.parse "2026-11-01T08:30:00.25Z"):to_equal(1793521800.25)
    expect(time.parse "1970-01-01"):to_equal(0)
    expect(time.format(1793521800)):to_equal "2026-11-01T08:30:00Z"
    expect(time.format(951782400, "%d %b %Y")):to_equal "29 Feb 2000"
  end)

  it("before 1970 works, too", function()
    expect(time.format(time.parse "1901-12-13T20:45:52Z")):to_equal "1901-12-13T20:45:52Z"
  end)

  it("that is none gives nil and a message", function()
    local instant, problem = time.parse "yesterday"
    expect(instant):to_equal(nil)
    expect(problem):to_contain "yesterday"
  end)
end)

describe("os", function()
  it("keeps what is harmless", function()
    expect(list.keys(os)):to_equal { "clock", "date", "difftime", "time" }
  end)

  it("counts the same seconds as time", function()
    expect(os.time { year = 2026, month = 11, day = 1, hour = 8, min = 30 }):to_equal(1793521800)
    expect(os.date("!%Y-%m-%d", 0)):to_equal "1970-01-01"
    expect(os.date("*t", 0).yday):to_equal(1)
    expect(math.type(os.time())):to_equal "integer"
  end)

  it("sleeping makes time pass", function()
    local before = time.now()
    time.sleep "50ms"
    expect(time.now() - before > 0.04):to_equal(true)
  end)
end)

spec.finish()

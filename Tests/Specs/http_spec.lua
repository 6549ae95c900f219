-- How requests are said; what comes of them needs a host: see HTTPTests.
local spec = require "spec"
local describe, it, expect = spec.describe, spec.it, spec.expect

local function saying(options)
  return function() return http.request(options) end
end

describe("http.request says how it is called:", function()
  local url = "https://hooks.example.com"

  it("with options", function()
    expect(saying(nil)):to_raise "must be a table"
    expect(saying {}):to_raise "`url` must be a string"
    expect(saying { url = url, metod = "GET" }):to_raise 'did you mean "method"?'
    expect(saying { url = url, timeout = "soon" }):to_raise "soon"
  end)

  it("with a body or with JSON", function()
    expect(saying { url = url, body = "a", json = {} }):to_raise "not both"
    expect(saying { url = url, body = {} }):to_raise "`body` must be a string"
    expect(saying { url = url, json = { print } }):to_raise "cannot encode as JSON"
  end)

  it("with headers by their names", function()
    expect(saying { url = url, headers = "X: y" }):to_raise "`headers` must be a table"
    expect(saying { url = url, headers = { "X: y" } }):to_raise "by name"
    expect(saying { url = url, headers = { X = "1", x = "2" } }):to_raise "there twice"
    expect(saying { url = url, headers = { X = print } }):to_raise "got function"
    expect(saying { url = url, headers = { X = { { "a" } } } }):to_raise "got table"
  end)

  it("with a query by names", function()
    expect(saying { url = url, query = { "a=b" } }):to_raise "by name"
    expect(saying { url = url, query = { a = { {} } } }):to_raise "no single value"
  end)
end)

spec.finish()

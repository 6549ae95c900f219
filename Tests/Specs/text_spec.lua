-- Text, lists, arguments and reports.
local spec = require "spec"
local describe, it, expect = spec.describe, spec.it, spec.expect

describe("text.fold", function()
  it("makes spellings of one address equal", function()
    expect(text.fold "  Ada@Example.COM "):to_equal "ada@example.com"
    expect(text.fold "ÉLODIE.Ångström@EXAMPLE.org"):to_equal "élodie.ångström@example.org"
    expect(text.fold "ΑΒΓ Ж"):to_equal "αβγ ж"
  end)

  it("leaves bytes that are no UTF-8 alone", function() expect(text.fold "A\xFFB"):to_equal "a\xFFb" end)
end)

describe("text", function()
  it("splits at plain separators", function()
    expect(text.split("a.b..c", ".")):to_equal { "a", "b", "", "c" }
    expect(text.split("", ",")):to_equal { "" }
  end)

  it("makes keys", function()
    expect(text.key("SphereScout", 42)):to_equal "spherescout:42"
    expect(function() return text.key("a", nil) end):to_raise "part 2 is missing"
  end)

  it("knows whether a field says anything", function()
    expect({ text.present " x ", text.present " ", text.present(json.null) }):to_equal { true, false, false }
  end)
end)

describe("list", function()
  local rows = { { name = "b", n = 2 }, { name = "a", n = 2 }, { name = "c", n = 1 } }

  it("maps by function or by field", function()
    expect(list.map(rows, "name")):to_equal { "b", "a", "c" }
    expect(list.map(rows, function(row) return row.n * 2 end)):to_equal { 4, 4, 2 }
  end)

  it("takes iterators", function()
    expect(list.collect(("a b"):gmatch "%a")):to_equal { "a", "b" }
  end)

  it("filters, finds, groups and keeps one of each", function()
    expect(#list.filter(rows, function(row) return row.n == 2 end)):to_equal(2)
    expect(list.find(rows, function(row) return row.n == 1 end).name):to_equal "c"
    expect(#list.group(rows, "n")[2]):to_equal(2)
    expect(list.map(list.unique(rows, "n"), "name")):to_equal { "b", "c" }
  end)

  it("sorts stably", function()
    expect(list.map(list.sort(rows, "n"), "name")):to_equal { "c", "b", "a" }
  end)

  it("cuts into chunks", function()
    expect(list.chunk({ 1, 2, 3 }, 2)):to_equal { { 1, 2 }, { 3 } }
  end)
end)

describe("args.parse", function()
  local known = {
    countries = { "list", help = "two-letter codes" },
    limit = { "integer", default = 10 },
    dry = "boolean",
  }

  it("reads values of their types, and defaults", function()
    expect(args.parse({ "countries=FR, DE", "dry=yes" }, known))
      :to_equal { countries = { "FR", "DE" }, limit = 10, dry = true }
  end)

  it("says what it does not understand, and what it knows", function()
    local ok, problem = pcall(args.parse, { "contries=FR" }, known)
    expect(ok):to_equal(false)
    expect(problem):to_contain 'did you mean "countries"?'
    expect(problem.hint):to_contain "countries=list  two-letter codes"
    expect(problem.hint):to_contain "limit=integer    (default 10)"
    expect(function() args.parse({ "limit=many" }, known) end):to_raise "must be a whole number"
    expect(function() args.parse({ "oops" }, known) end):to_raise "name=value"
  end)
end)

describe("report.table", function()
  it("aligns text to the left and numbers to the right", function()
    local rows = { { name = "Zoë", leads = 7 }, { name = "東京", leads = 1200 } }
    expect(report.table(rows, { { "name", "Name" }, "leads" })):to_equal(table.concat({
      "Name  leads",
      "────  ─────",
      "Zoë       7",
      "東京   1200",
    }, "\n"))
  end)
end)

describe("inspect", function()
  it("shows tables readably", function()
    expect(inspect { b = "x", a = { 1, 2 }, ["not a name"] = true })
      :to_equal [[{ a = { 1, 2 }, b = "x", ["not a name"] = true }]]
  end)

  it("shows a table inside itself once", function()
    local t = {}
    t.me = t
    expect(inspect(t)):to_equal "{ me = { the table around it } }"
  end)
end)

spec.finish()

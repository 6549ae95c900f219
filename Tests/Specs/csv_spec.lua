-- Tables as text.
local spec = require "spec"
local describe, it, expect = spec.describe, spec.it, spec.expect

describe("csv.parse", function()
  it("names the fields after the first row", function()
    expect(csv.parse "name,email\r\nAda,ada@x.io\r\n"):to_equal { { name = "Ada", email = "ada@x.io" } }
  end)

  it("reads quotes, doubled quotes, separators and line ends inside quotes", function()
    expect(csv.parse 'a,b\n"x, ""y""","1\r\n2"\n'):to_equal { { a = 'x, "y"', b = "1\r\n2" } }
  end)

  it("takes a byte order mark, LF, a missing last line end and blank lines", function()
    expect(csv.parse "\xEF\xBB\xBFa,b\n1,2\n\n3,4"):to_equal { { a = "1", b = "2" }, { a = "3", b = "4" } }
  end)

  it("leaves missing columns out and numbers extra ones", function()
    expect(csv.parse "a,b\n1\n1,2,3\n"):to_equal { { a = "1" }, { a = "1", b = "2", column_3 = "3" } }
  end)

  it("keeps columns of one name apart", function()
    expect(csv.parse "a,a,\n1,2,3\n"):to_equal { { a = "1", a_2 = "2", column_3 = "3" } }
  end)

  it("reads other alphabets, and Latin-1 where it is no UTF-8", function()
    expect(csv.parse "n\nÉmile 東京\nM\xFCller\n"):to_equal { { n = "Émile 東京" }, { n = "Müller" } }
  end)

  it("takes another delimiter", function()
    expect(csv.parse("a;b\n1;2\n", { delimiter = ";" })):to_equal { { a = "1", b = "2" } }
  end)

  it("gives no rows for an empty text", function() expect(#csv.parse ""):to_equal(0) end)

  it("says where a quote is never closed", function()
    expect(function() csv.parse 'a\n1\n"2\n3' end):to_raise "the quote that opens in line 3"
  end)
end)

describe("csv.format", function()
  it("quotes what must be quoted, and csv.parse reads it back", function()
    local rows = { { a = 'say "hi"', b = "x,y" }, { a = " z", b = "line\nbreak" } }
    local text = csv.format(rows, { "a", "b" })
    expect(text):to_equal 'a,b\r\n"say ""hi""","x,y"\r\n" z","line\nbreak"\r\n'
    expect(csv.parse(text)):to_equal(rows)
  end)

  it("writes nil and null as empty fields", function()
    expect(csv.format({ { a = json.null } }, { "a", "b" })):to_equal "a,b\r\n,\r\n"
  end)
end)

spec.finish()

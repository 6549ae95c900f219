import MachinePort
import Testing

struct ProviderTests {
  private static let description = """
    {"name":"crm","request_id":{"body":"request_id"},"operations":{
      "me":{"result":"data"},
      "leads.upsert":{"result":"data","at_least_one":["email","id"],"parameters":{
        "email":{"type":"string"},"id":{"type":"integer","min":1},
        "tags":{"type":"string[]"},"stage":{"type":"string","enum":["new","won"]},
        "note":{"type":"string","nullable":true,"max_length":5}}},
      "leads.get":{"parameters":{"id":{"type":"integer","required":true}}},
      "leads.list":{"parameters":{"cursor":{"type":"string"},"limit":{"type":"integer"}},
        "paging":{"style":"cursor","items":"data","next":"page.next","more":"page.more",
          "argument":"cursor","size":{"argument":"limit","value":100}}},
      "rows.list":{"parameters":{"offset":{"type":"integer"}},
        "paging":{"style":"offset","items":"items","total":"total","limit":"limit",
          "argument":"offset"}},
      "books.list":{"parameters":{"page":{"type":"integer"}},
        "paging":{"style":"page","items":"items","argument":"page","first":1}},
      "runs.start":{"result":"data","job":{"id":"run_id","poll":"runs.get","argument":"run_id",
        "status":"status","done":["done"],"failed":["failed"],"message":"reason",
        "download":"url","results":{"operation":"rows.list","argument":"offset"}}},
      "runs.get":{"result":"data","parameters":{"run_id":{"type":"string"}}}}}
    """

  private func host(_ answer: @escaping (String, String) -> Reply?) throws -> ScriptedHost {
    try ScriptedHost { request in
      switch request {
      case .module("crm"): .provider(Self.description)
      case .call(let operation, let arguments, _):
        answer(operation, String(decoding: arguments, as: UTF8.self))
      default: nil
      }
    }
  }

  private func calls(_ host: ScriptedHost) -> [String] {
    host.requests.compactMap { request in
      guard case .call(_, let arguments, _) = request else { return nil }
      return String(decoding: arguments, as: UTF8.self)
    }
  }

  @Test func `a call sends canonical arguments and gives the payload`() throws {
    let host = try host { _, _ in
      .json(
        #"{"data":{"id":7,"new":null},"request_id":"r-9"}"#, meta: #"{"status":201,"attempts":2}"#)
    }
    host.run(
      """
      local crm = require "crm"
      local lead = crm.leads.upsert { tags = {}, email = "a@x.io", note = json.null }
      print(lead.id, lead.new == json.null, meta(lead).status, meta(lead).attempts, meta(lead).request_id)
      print(crm.me().id, meta({}))
      """)
    #expect(host.output == "7\ttrue\t201\t2\tr-9\n7\tnil\n")
    #expect(calls(host)[0] == #"{"email":"a@x.io","note":null,"tags":[]}"#)
    #expect(calls(host)[1] == "{}")
  }

  @Test(arguments: [
    ("{ emial = 'x' }", #"unknown argument "emial"; did you mean "email"?"#),
    ("{ email = 5 }", #"argument "email" must be a string, got an integer"#),
    ("{ id = 0 }", #"argument "id" must be at least 1"#),
    ("{ id = 1.5 }", #"argument "id" must be an integer, got a number"#),
    ("{ tags = { 1 } }", #"argument "tags" must be a list of strings"#),
    ("{ email = 'x', stage = 'old' }", #"argument "stage" must be one of new, won"#),
    ("{ email = 'x', note = 'longer' }", #"argument "note" must have at most 5 characters"#),
    ("{ email = json.null }", #"argument "email" must not be null"#),
    ("{ stage = 'new' }", "one of these arguments is needed: email, id"),
    ("5", "arguments must be a table"),
  ])
  func `wrong arguments are errors before anything is sent`(
    arguments: String, message: String
  ) throws {
    let host = try host { _, _ in .json("{}") }
    host.run("local crm = require 'crm'\n\ncrm.leads.upsert(\(arguments))")
    let failure = try #require(host.failure)
    #expect(failure.message.contains("crm leads.upsert: "))
    #expect(failure.message.contains(message))
    #expect(failure.line == 3)
    #expect(calls(host).isEmpty)
  }

  @Test func `an unknown argument says what there is, and a value needs a name`() throws {
    let host = try host { _, _ in .json("{}") }
    host.run(
      """
      local crm = require "crm"
      print(select(2, pcall(crm.leads.get, { key = 5 })).hint)
      print(select(2, pcall(crm.leads.get, { "x" })))
      print(pcall(function() return crm.lead end))
      """)
    #expect(host.output.contains("it takes id\n"))
    #expect(host.output.contains("arguments have names, and one was given without"))
    #expect(host.output.contains(#"there is no operation lead; did you mean "leads"?"#))
  }

  @Test(arguments: [("me()", "me"), ("leads.list():next()", "leads.list")])
  func `an answer that is no JSON is an error of the provider`(
    call: String, operation: String
  ) throws {
    let host = try host { _, _ in .json("<html>") }
    host.run("require('crm').\(call)")
    let failure = try #require(host.failure)
    #expect(failure.message.contains("crm \(operation): the answer cannot be read: malformed JSON"))
    #expect(String(decoding: failure.errorJSON ?? [], as: UTF8.self).contains("\"provider\""))
    #expect(failure.line == 1)
  }

  @Test func `missing arguments and operations are errors`() throws {
    let host = try host { _, _ in .json("{}") }
    host.run(
      """
      local crm = require "crm"
      print(pcall(crm.leads.get))
      print(pcall(function() return crm.leads.upsrt end))
      print(pcall(function() return crm.lead end))
      """)
    #expect(host.output.contains(#"argument "id" is missing"#))
    #expect(
      host.output.contains(#"there is no operation leads.upsrt; did you mean "leads.upsert"?"#))
    #expect(host.output.contains("there is no operation lead"))
  }

  @Test func `cursor pages come by themselves, the next one ahead of time`() throws {
    let host = try host { _, arguments in
      arguments.contains("cursor")
        ? .json(#"{"data":[3],"page":{"next":null,"more":false}}"#)
        : .json(#"{"data":[1,2],"page":{"next":"c2","more":true}}"#)
    }
    host.run(
      """
      local sum = 0
      for lead in require("crm").leads.list() do sum = sum + lead end
      print(sum)
      """)
    #expect(host.output == "6\n")
    #expect(calls(host) == [#"{"limit":100}"#, #"{"cursor":"c2","limit":100}"#])
  }

  @Test func `offset pages step by the limit that the server echoes`() throws {
    let host = try host { _, arguments in
      arguments.contains("offset")
        ? .json(#"{"items":[3],"total":3,"limit":2,"offset":2}"#)
        : .json(#"{"items":[1,2],"total":3,"limit":2,"offset":0}"#)
    }
    host.run("print(json.encode(require('crm').rows.list():collect()))")
    #expect(host.output == "[1,2,3]\n")
    #expect(calls(host) == ["{}", #"{"offset":2}"#])
  }

  @Test func `numbered pages go on until one is empty`() throws {
    let host = try host { _, arguments in
      arguments.contains("3") ? .json(#"{"items":[]}"#) : .json(#"{"items":[1,2]}"#)
    }
    host.run(
      """
      for page in require("crm").books.list():pages() do print(#page) end
      print(#require("crm").books.list():first(3))
      """)
    #expect(host.output == "2\n2\n3\n")
  }

  @Test func `first asks for no page beyond what it needs`() throws {
    let host = try host { _, _ in .json(#"{"data":[1,2],"page":{"next":"n","more":true}}"#) }
    host.run("print(#require('crm').leads.list():first(2))")
    #expect(host.output == "2\n")
    #expect(calls(host).count == 1)
  }

  @Test func `a provider that sends the same page for ever is stopped`() throws {
    let host = try host { _, _ in .json(#"{"data":[1],"page":{"next":"n","more":true}}"#) }
    host.run("require('crm').leads.list():collect()")
    #expect(host.failure?.message.contains("same page for ever") == true)
  }

  @Test func `a list that is shared by tasks gives every item once`() throws {
    let host = try host { _, arguments in
      arguments.contains("cursor")
        ? .json(#"{"data":[4,5,6],"page":{"next":null}}"#)
        : .json(#"{"data":[1,2,3],"page":{"next":"c2"}}"#)
    }
    host.run(
      """
      local seen = {}
      parallel.each(require("crm").leads.list(), function(n) time.sleep(0.01) seen[#seen + 1] = n end)
      table.sort(seen)
      print(json.encode(seen))
      """)
    #expect(host.output == "[1,2,3,4,5,6]\n")
  }

  @Test func `a job is started, polled and done`() throws {
    var polls = 0
    let host = try host { operation, _ in
      guard operation == "crm.runs.get" else {
        return .json(#"{"data":{"run_id":"r1","status":"queued","cost":5}}"#)
      }
      polls += 1
      let status = ["queued", "strange", "done"][min(polls - 1, 2)]
      return .json(#"{"data":{"run_id":"r1","status":"\#(status)","url":"https://x/f"}}"#)
    }
    host.script = { [script = host.script] request in
      if case .download(let provider, let url, let path) = request {
        return .json(#"{"path":"out/\#(path)","bytes":3,"x":"\#(provider) \#(url)"}"#)
      }
      return script(request)
    }
    host.run(
      """
      local t0 = time.now()
      local job = require("crm").runs.start()
      print(job.id, job.cost, job:wait() == job, job.result.status)
      print(job:download "f.csv")
      local waited = time.now() - t0
      print(waited > 7 and waited < 12)
      """)
    #expect(host.output == "r1\t5\ttrue\tdone\nout/f.csv\ntrue\n")
    #expect(polls == 3)
  }

  @Test func `a failed job and one that takes too long are errors`() throws {
    let host = try host { operation, _ in
      operation == "crm.runs.get"
        ? .json(#"{"data":{"status":"failed","reason":"no credits"}}"#)
        : .json(#"{"data":{"run_id":"r1"}}"#)
    }
    host.run("require('crm').runs.start():wait()")
    #expect(host.failure?.message.contains("job r1 failed: no credits") == true)
    let json = String(decoding: host.failure?.errorJSON ?? [], as: UTF8.self)
    #expect(json.contains(#""kind":"job_failed""#))

    let slow = try self.host { operation, _ in
      operation == "crm.runs.get"
        ? .json(#"{"data":{"status":"busy"}}"#) : .json(#"{"data":{"run_id":"r1"}}"#)
    }
    slow.run("require('crm').runs.start():wait { timeout = '1m' }")
    #expect(slow.failure?.message.contains("job r1 is still busy after 60 seconds") == true)
  }

  @Test func `a poll that fails for a passing reason does not end the job`() throws {
    var polls = 0
    let host = try host { operation, _ in
      guard operation == "crm.runs.get" else { return .json(#"{"data":{"run_id":"r1"}}"#) }
      polls += 1
      return polls == 1
        ? .error(#"{"kind":"transport","message":"reset","retryable":true}"#)
        : .json(#"{"data":{"status":"done"}}"#)
    }
    host.run("print(require('crm').runs.start():wait().id)")
    #expect(host.output == "r1\n")
  }

  @Test func `a provider call works wherever a recipe may put it`() throws {
    let host = try host { _, arguments in .json(#"{"data":\#(arguments)}"#) }
    host.run(
      """
      local crm = require "crm"
      local lazy = setmetatable({}, { __index = function(_, id) return crm.leads.upsert { id = id }.id end })
      local ids = coroutine.wrap(function() for i = 1, 2 do coroutine.yield(crm.leads.upsert { id = i }.id) end end)
      for id in ids do io_free = id end
      local ok, lead = pcall(crm.leads.upsert, { id = 9 })
      print(lazy[5], io_free, ok, lead.id)
      print(pcall(table.sort, { 2, 1 }, function() return crm.leads.upsert { id = 1 } end))
      """)
    #expect(host.output.hasPrefix("5\t2\ttrue\t9\nfalse\t"))
    #expect(host.output.contains("'crm.leads.upsert' has to wait") && host.output.contains("sort"))
  }
}

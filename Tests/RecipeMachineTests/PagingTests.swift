import MachinePort
import Testing

/// Lists whose provider pages badly, or whose rows move while they are read.
struct PagingTests {
  private static let description = """
    {"name":"crm","operations":{
      "leads.list":{"parameters":{"cursor":{"type":"string"}},
        "paging":{"style":"cursor","items":"data","next":"page.next","more":"page.more",
          "argument":"cursor"}},
      "rows.list":{"parameters":{"offset":{"type":"integer"},"limit":{"type":"integer"}},
        "paging":{"style":"offset","items":["items","rows"],"total":"total","limit":"limit",
          "more":"has_more","argument":"offset","size":{"argument":"limit","value":3}}},
      "books.list":{"parameters":{"page":{"type":"integer"}},
        "paging":{"style":"page","items":"items","more":"next","total":"count",
          "argument":"page"}}}}
    """

  private func run(
    _ source: String, _ answer: @escaping (String) -> String
  ) throws -> (host: ScriptedHost, calls: [String]) {
    var calls: [String] = []
    let host = try ScriptedHost { request in
      switch request {
      case .module("crm"): return .provider(Self.description)
      case .call(_, let arguments, _):
        calls.append(String(decoding: arguments, as: UTF8.self))
        return .json(answer(calls[calls.count - 1]))
      default: return nil
      }
    }
    host.run("local crm = require 'crm'\n" + source)
    return (host, calls)
  }

  /// Rows `ids`, three to a page, as a server with offsets would cut them.
  private func page(_ ids: [Int], _ arguments: String, says more: Bool = true) -> String {
    let offset = arguments.firstMatch(of: /"offset":(\d+)/).flatMap { Int($0.1) } ?? 0
    let rows = ids.dropFirst(offset).prefix(3).map { #"{"id":\#($0)}"# }.joined(separator: ",")
    let end = more ? #","has_more":\#(offset + 3 < ids.count)"# : ""
    return #"{"items":[\#(rows)],"total":\#(ids.count),"limit":3\#(end)}"#
  }

  private static let collect = """
    local ids = {}
    for row in crm.rows.list() do ids[#ids + 1] = row.id end
    print(table.concat(ids, " "))
    """

  @Test(arguments: [true, false])
  func `each page of offsets begins with the last row of the one before`(says: Bool) throws {
    let (host, calls) = try run(Self.collect) { page([1, 2, 3, 4, 5, 6, 7], $0, says: says) }
    #expect(host.output == "1 2 3 4 5 6 7\n")
    #expect(
      calls == [#"{"limit":3}"#, #"{"limit":3,"offset":2}"#, #"{"limit":3,"offset":4}"#])
  }

  @Test func `a row that goes away while the list is read lets none slip through`() throws {
    var served = 0
    let (host, calls) = try run(Self.collect) { arguments in
      served += 1
      // After the first page row 1 is gone: all others move up, and row 4 would be skipped.
      return page(served == 1 ? [1, 2, 3, 4, 5, 6, 7] : [2, 3, 4, 5, 6, 7], arguments)
    }
    #expect(host.output == "1 2 3 4 5 6 7\n")
    #expect(calls.count { !$0.contains("offset") } == 2)
  }

  @Test func `a row that comes in front while the list is read is found, none comes twice`() throws
  {
    var served = 0
    let (host, _) = try run(Self.collect) { arguments in
      served += 1
      return page(served == 1 ? [1, 2, 3, 4, 5] : [9, 1, 2, 3, 4, 5], arguments)
    }
    #expect(host.output == "1 2 3 4 5 9\n")
  }

  @Test func `rows that never rest end the list after three passes`() throws {
    var served = 0
    let (host, calls) = try run(Self.collect) { arguments in
      served += 1
      return page(Array(0..<(4 + served % 2)), arguments)
    }
    #expect(host.output == "0 1 2 3\n")
    #expect(calls.count { !$0.contains("offset") } == 3)
  }

  @Test func `rows without an id are taken as they come`() throws {
    let (host, calls) = try run("print(#crm.rows.list():collect())") { arguments in
      arguments.contains("offset")
        ? #"{"rows":[{}],"limit":3,"total":4}"# : #"{"rows":[{},{},{}],"limit":3,"total":4}"#
    }
    #expect(host.output == "4\n")
    #expect(calls[1] == #"{"limit":3,"offset":3}"#)
  }

  @Test func `an echoed limit of nothing is not followed`() throws {
    let (host, calls) = try run("print(#crm.rows.list():collect())") { arguments in
      arguments.contains("offset")
        ? #"{"items":[],"total":2,"limit":0}"#
        : #"{"items":[{"id":1},{"id":2}],"total":2,"limit":0}"#
    }
    #expect(host.output == "2\n")
    #expect(calls.count == 1)
  }

  @Test func `a few rows are asked for as a few`() throws {
    let (host, calls) = try run("print(#crm.rows.list():first(2), #crm.rows.list():first(5))") {
      page([1, 2, 3, 4, 5, 6], $0)
    }
    #expect(host.output == "2\t5\n")
    #expect(calls.first == #"{"limit":2}"#)
    #expect(calls.count == 3)
  }

  @Test func `numbered pages end with the link to the next one, and drop what comes twice`() throws
  {
    let (host, calls) = try run(
      """
      local ids = {}
      for row in crm.books.list() do ids[#ids + 1] = row.id end
      print(table.concat(ids, " "))
      """
    ) { arguments in
      arguments.contains("2")
        ? #"{"items":[{"id":2},{"id":3}],"next":null,"count":4}"#
        : #"{"items":[{"id":1},{"id":2}],"next":"/books?page=2","count":4}"#
    }
    #expect(host.output == "1 2 3\n")
    #expect(calls == ["{}", #"{"page":2}"#])
  }

  @Test(arguments: [
    (#"{"data":[1],"page":{"next":"n","more":true}}"#, "same page for ever (cursor = n)"),
    (#"{"data":[1],"page":{"next":null,"more":true}}"#, "says that there is more, but not where"),
    (#"{"data":[1],"page":{"more":true}}"#, "says that there is more, but not where"),
    (#"{"rows":[1]}"#, "holds no list"),
  ])
  func `a list that cannot be followed is an error`(answer: String, message: String) throws {
    let (host, _) = try run("crm.leads.list():collect()") { _ in answer }
    #expect(host.failure?.message.contains(message) == true, "\(host.failure?.message ?? "")")
  }

  @Test func `cursors that go round in a circle are an error`() throws {
    let (host, calls) = try run("crm.leads.list():collect()") { arguments in
      #"{"data":[1],"page":{"next":"\#(arguments.contains("\"a\"") ? "b" : "a")","more":true}}"#
    }
    #expect(host.failure?.message.contains("same page for ever") == true)
    #expect(calls.count == 3)
  }

  @Test func `a few empty pages are passed over, many end the list`() throws {
    var served = 0
    let (host, _) = try run("print(#crm.leads.list():collect())") { _ in
      served += 1
      let rows = served == 3 ? "1" : ""
      return #"{"data":[\#(rows)],"page":{"next":"\#(served)","more":\#(served < 3)}}"#
    }
    #expect(host.output == "1\n")
    let (stuck, calls) = try run("crm.leads.list():collect()") { _ in
      served += 1
      return #"{"data":[],"page":{"next":"\#(served)","more":true}}"#
    }
    #expect(stuck.failure?.message.contains("sends nothing new") == true)
    #expect(calls.count == 3)
  }

  @Test(arguments: ["rows", "books"])
  func `a provider that sends its first page whatever is asked is stopped`(_ list: String) throws {
    let (host, calls) = try run("crm.\(list).list():collect()") { _ in
      #"{"items":[{"id":1},{"id":2},{"id":3}],"limit":3,"has_more":true,"next":"/more"}"#
    }
    #expect(host.failure?.message.contains("sends nothing new") == true)
    #expect(calls.count == 4)
  }

  @Test func `a numbered page may be empty and followed by more`() throws {
    var served = 0
    let (host, _) = try run("print(#crm.books.list():collect())") { _ in
      served += 1
      return served == 2
        ? #"{"items":[],"next":"/more"}"#
        : #"{"items":[{"id":\#(served)}],"next":\#(served < 3 ? #""/more""# : "null")}"#
    }
    #expect(host.output == "2\n")
  }
}

import MachinePort
import Testing

/// Jobs beyond start, poll and end: picked up by id, with nothing to do, with more than an id.
struct JobTests {
  private static let description = """
    {"name":"crm","operations":{
      "files.order":{"parameters":{"folder":{"type":"string"}},"job":{"id":["file.id","id"],
        "poll":"files.get","argument":"file","carry":["folder"],"status":"ready","done":[true],
        "failed":["broken"],"nothing":true,"download":"url"}},
      "files.get":{"parameters":{"file":{"type":"string"},"folder":{"type":"string"}}}}}
    """

  private func run(_ source: String, _ answer: @escaping (String) -> String?) throws -> ScriptedHost
  {
    let host = try ScriptedHost { request in
      switch request {
      case .module("crm"): .provider(Self.description)
      case .call(let operation, let arguments, _):
        answer("\(operation) \(String(decoding: arguments, as: UTF8.self))").map { .json($0) }
      case .download(_, let url, let path): .json(#"{"path":"out/\#(path)","url":"\#(url)"}"#)
      default: nil
      }
    }
    host.run("local crm = require 'crm'\n" + source)
    return host
  }

  @Test func `a job is picked up by its id and asked at once`() throws {
    let host = try run(
      """
      local before = time.now()
      local job = crm.files.job { id = "f1", folder = "a" }
      print(job:wait().id, job.size, time.now() == before, job:download "x.csv")
      """
    ) { call in
      call == #"crm.files.get {"file":"f1","folder":"a"}"#
        ? #"{"ready":true,"url":"u","size":3}"# : nil
    }
    #expect(host.output == "f1\t3\ttrue\tout/x.csv\n")
  }

  @Test
  func `a link that has expired is asked for again at the same job, which is not started again`()
    throws
  {
    var calls: [String] = []
    let host = try ScriptedHost { request in
      switch request {
      case .module("crm"): return .provider(Self.description)
      case .call(let operation, _, _):
        calls.append(operation)
        let link = "u\(calls.count)"
        return .json(
          operation == "crm.files.order"
            ? #"{"file":{"id":"f1"},"ready":false}"# : #"{"ready":true,"url":"\#(link)"}"#)
      case .download(_, "u4", let path): return .json(#"{"path":"out/\#(path)","bytes":1}"#)
      case .download:
        return .failure(
          json: Array(#"{"kind":"provider","code":"link_expired","message":"gone"}"#.utf8))
      default: return nil
      }
    }
    host.run(
      "local crm = require 'crm'\nprint(crm.files.order { folder = 'a' }:wait():download 'x.csv')")
    #expect(host.output == "out/x.csv\n")
    #expect(calls == ["crm.files.order"] + Array(repeating: "crm.files.get", count: 3))
  }

  @Test(arguments: [
    ("link_expired", "the same", 2), ("link_expired", "", 2), ("other", "u", 1),
  ])
  func `a download that no other link can help fails with its own error`(
    code: String, link: String, polls: Int
  ) throws {
    var count = 0
    let host = try ScriptedHost { request in
      switch request {
      case .module("crm"): return .provider(Self.description)
      case .call:
        count += 1
        let field = link.isEmpty && count > 1 ? "" : #","url":"\#(link)""#
        return .json("{\"ready\":true\(field)}")
      case .download:
        return .failure(
          json: Array(#"{"kind":"provider","code":"\#(code)","message":"the file is gone"}"#.utf8))
      default: return nil
      }
    }
    host.run(
      "local crm = require 'crm'\ncrm.files.job { id = 'f1', folder = 'a' }:wait():download 'x.csv'"
    )
    #expect(host.failure?.message.contains("the file is gone") == true)
    #expect(count == polls)
  }

  @Test(arguments: [
    ("crm.files.job 'f1'", "job: folder is missing, as in job { id = …, folder = … }"),
    ("crm.files.job {}", "the id of a job of crm files.order must be a string"),
    ("crm.files.job(true)", "the id of a job of crm files.order must be a string"),
  ])
  func `a job is picked up with all that it needs`(source: String, message: String) throws {
    let host = try run(source) { _ in nil }
    #expect(host.failure?.message.contains(message) == true)
  }

  @Test func `what the start was told is told to the polls`() throws {
    let host = try run("print(crm.files.order { folder = 'b' }:wait().id)") { call in
      switch call {
      case #"crm.files.order {"folder":"b"}"#: #"{"file":{"id":"f2"},"ready":false}"#
      case #"crm.files.get {"file":"f2","folder":"b"}"#: #"{"ready":true}"#
      default: nil
      }
    }
    #expect(host.output == "f2\n")
  }

  @Test func `a poll may last as long as the wait for the job has left`() throws {
    let host = try run(
      "crm.files.job { id = 'f1', folder = 'a' }:wait { timeout = 10 }"
    ) { _ in #"{"ready":false}"# }
    let limits = host.requests.compactMap { request in
      if case .call(_, _, let timeout) = request { timeout } else { nil }
    }
    #expect(limits.first == 10 && limits.last == 2 && limits.count > 2)
    #expect(zip(limits, limits.dropFirst()).allSatisfy { $0 > $1 } && limits.allSatisfy { $0 > 0 })
    #expect(host.failure?.message.contains("job f1 is still running after 10 seconds") == true)
  }

  @Test func `the provider says when it wants to be asked again`() throws {
    let host = try ScriptedHost { request in
      switch request {
      case .module("crm"): .provider(Self.description)
      case .call: .value(json: Array(#"{"ready":false}"#.utf8), meta: Array(#"{"wait":7.5}"#.utf8))
      default: nil
      }
    }
    host.run("require 'crm'.files.job { id = 'f1', folder = 'a' }:wait { timeout = 20 }")
    let sleeps = host.requests.compactMap { request in
      if case .sleep(let seconds) = request { seconds } else { nil }
    }
    // It is not asked before, so the wait is over when its end comes before that.
    #expect(sleeps == [7.5, 7.5])
  }

  @Test(arguments: ["0", "-1", "'0s'"])
  func `a wait of no time is a mistake`(timeout: String) throws {
    let host = try run(
      "crm.files.job { id = 'f1', folder = 'a' }:wait { timeout = \(timeout) }"
    ) { _ in nil }
    #expect(host.failure?.message.contains("is over at once") == true)
  }

  @Test func `a start with nothing to do gives a job that is done`() throws {
    let host = try run(
      """
      local job = crm.files.order():wait()
      print(job.nothing, job.id, job:status())
      print(pcall(job.download, job, "x.csv"))
      """
    ) { _ in #"{"id":null,"count":0}"# }
    #expect(host.output.hasPrefix("true\tnil\ttrue\nfalse\t"))
    #expect(host.output.contains("there was nothing to do, so there is no file"))
  }

  @Test func `a start that has its file already is no job`() throws {
    let host = try run(
      """
      local job = crm.files.order():wait()
      print(job.nothing, job:download "y.csv")
      """
    ) { _ in #"{"url":"https://files/1"}"# }
    #expect(host.output == "false\tout/y.csv\n")
  }

  @Test func `a job that is done when its start is repeated is asked at once`() throws {
    let host = try run(
      """
      local before = time.now()
      crm.files.order { folder = "c" }:wait()
      print(time.now() == before)
      """
    ) { _ in #"{"id":"f3","ready":true}"# }
    #expect(host.output == "true\n")
  }
}

import LuaBridge
import MachinePort
import Testing

@testable import MachineDriver

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite(.timeLimit(.minutes(1)))
struct MachineLoopTests {
  @Test func `a machine greets, runs and ends`() throws {
    let host = try LoopHost()
    #expect(try host.receive() == .hello(version: Port.version))
    try host.start("print(time.now() + 1)")
    #expect(try host.receive() == .request(id: 1, .now))
    try host.send(.reply(id: 1, .value(json: Array("41.5".utf8))))
    #expect(try host.receive() == .notice(.print(Array("42.5\n".utf8))))
    #expect(try host.receive() == .finished(.succeeded))
    #expect(host.end() == nil)
    #expect(try host.receive() == nil)
  }

  @Test func `a host that goes away ends the loop`() throws {
    let host = try LoopHost()
    try host.start("time.sleep(100)")
    _ = try host.receive()
    _ = try host.receive()
    shutdown(host.socket, Int32(SHUT_RDWR))
    #expect(host.end() == .closed)
  }

  @Test func `a host that goes away before it reads is no signal`() throws {
    let host = try LoopHost()
    try host.start("while true do print(('x'):rep(1000)) end")
    shutdown(host.socket, Int32(SHUT_RDWR))
    #expect(host.end() == .closed)
  }

  @Test func `a malformed frame ends the loop`() throws {
    let host = try LoopHost()
    host.send([9, 0, 0, 0, 200, 0, 0, 0, 0, 0, 0, 0, 0])
    #expect(host.end() == .malformed(.unknownKind(200)))
  }

  @Test func `output that never waits still leaves in portions`() throws {
    let host = try LoopHost()
    _ = try host.receive()
    try host.start("for i = 1, 20000 do print(('x'):rep(99)) end")
    let (output, next) = try host.receiveOutput()
    #expect(output.count == 2_000_000)
    #expect(next == .finished(.succeeded))
  }

  @Test func `an interrupt reaches a recipe that computes and one that waits`() throws {
    for recipe in ["print 'go' while true do end", "print 'go' time.sleep(1)"] {
      let host = try LoopHost()
      _ = try host.receive()
      try host.start(recipe)
      _ = try host.receive()
      host.control.interrupt(.wallTime)
      try host.send(.interrupt)
      var last: MachineMessage?
      while let message = try host.receive() { last = message }
      guard case .finished(.failed(let failure)) = last else {
        Issue.record("ended with \(String(describing: last))")
        continue
      }
      #expect(failure.kind == .limit)
    }
  }

  @Test func `a request that is too large for a frame fails where it is made`() throws {
    let host = try LoopHost()
    _ = try host.receive()
    try host.start(
      """
      local app = require "app"
      print(pcall(app.take, ("x"):rep(65 * 1024 * 1024)))
      """)
    #expect(try host.receive() == .request(id: 1, .module("app")))
    let module = #"{"kind":"functions","names":["take"]}"#
    try host.send(.reply(id: 1, .value(json: Array(module.utf8))))
    let (output, next) = try host.receiveOutput()
    #expect(String(decoding: output, as: UTF8.self).contains("at most 64 MiB"))
    #expect(next == .finished(.succeeded))
  }
}

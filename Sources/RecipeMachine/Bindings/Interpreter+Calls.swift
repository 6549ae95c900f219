internal import LuaBridge
internal import MachinePort

/// What the host does for the recipe. Every function waits, unless its comment says otherwise, and
/// raises the error table of a failed reply.
extension Interpreter {
  func bindCalls() throws(LuaError) {
    let scheduler = scheduler
    // host.call(operation, arguments, timeout in seconds or nil) → body, meta
    try bind("call") { (call) throws(LuaError) in
      let operation = try call.string(1)
      try call.requireWaitable(as: operation)
      let timeout = call.isNil(3) ? nil : try call.seconds(3)
      let request = Request.call(
        operation: operation, arguments: try call.json(2), timeout: timeout)
      return scheduler.ask(request, as: .valueAndMeta)
    }
    // host.invoke(function, arguments) → value
    try bind("invoke") { (call) throws(LuaError) in
      let name = try call.string(1)
      try call.requireWaitable(as: name)
      let request = Request.function(name: name, arguments: try call.json(2))
      return scheduler.ask(request, as: .value)
    }
    // host.module(name) → what it is
    try bind("module") { (call) throws(LuaError) in
      try call.requireWaitable(as: "require")
      return scheduler.ask(.module(try call.string(1)), as: .value)
    }
    // host.load(path) → the compiled file of stdlib, or nil; never waits
    try bind("load") { [unowned self] (call) throws(LuaError) in
      let path = try call.string(1)
      guard Stdlib.source(path) != nil else { return .none }
      return .value(.reference(try self.loadStdlib(path)))
    }
    try bindTickets()
    try bindTime()
  }

  private func bindTickets() throws(LuaError) {
    let scheduler = scheduler
    try vm.register(Ticket.self, name: "ticket", methods: [])
    // host.send(operation, arguments) → ticket; does not wait
    try bind("send") { (call) throws(LuaError) in
      let request = Request.call(operation: try call.string(1), arguments: try call.json(2))
      return .value(.object(scheduler.ticket(request, as: .valueAndMeta)))
    }
    // host.receive(ticket) → body, meta
    try bind("receive") { (call) throws(LuaError) in
      let ticket = try call.object(1, Ticket.self)
      if ticket.outcome == nil { try call.requireWaitable(as: "the next page") }
      return try scheduler.receive(ticket)
    }
  }

  private func bindTime() throws(LuaError) {
    let scheduler = scheduler
    // host.now() → Unix seconds of the run
    try bind("now") { (call) throws(LuaError) in
      try call.requireWaitable(as: "time.now")
      return scheduler.ask(.now, as: .value)
    }
    // host.sleep(seconds)
    try bind("sleep") { (call) throws(LuaError) in
      let seconds = try call.seconds(1)
      try call.requireWaitable(as: "time.sleep")
      return scheduler.ask(.sleep(seconds: seconds), as: .value)
    }
  }
}

extension LuaCall {
  /// A time to wait; a negative one is none.
  fileprivate func seconds(_ index: Int) throws(LuaError) -> Double {
    let seconds = try number(index)
    guard seconds.isFinite else { throw argumentError(index, "a finite number expected") }
    return max(0, seconds)
  }
}

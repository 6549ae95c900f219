internal import LuaBridge

/// `host.spawn`, `host.join`, `host.depth` and gates: what stdlib/parallel.lua stands on.
extension Interpreter {
  func bindTasks() throws(LuaError) {
    let scheduler = scheduler
    // host.spawn(fn, …): starts a task below the running one.
    try bind("spawn") { (call) throws(LuaError) in
      try call.requireWaitable(as: "parallel")
      try scheduler.spawn(call.function(1), call.values(from: 2))
      return .none
    }
    // host.join() → true | false, error
    try bind("join") { (call) throws(LuaError) in
      try call.requireWaitable(as: "parallel")
      return scheduler.join()
    }
    // host.depth() → how many tasks are above the running one
    try bind("depth") { (_) throws(LuaError) in
      .value(.integer(Int64(scheduler.current?.depth ?? 0)))
    }
    try bindGates()
  }

  private func bindGates() throws(LuaError) {
    let scheduler = scheduler
    try vm.register(
      Gate.self, name: "gate",
      methods: [
        (
          "enter",
          { (call) throws(LuaError) in
            let gate = try call.object(1, Gate.self)
            if let holder = gate.holder, holder !== scheduler.current { try call.requireWaitable() }
            return scheduler.enter(gate)
          }
        ),
        (
          "leave",
          { (call) throws(LuaError) in
            scheduler.leave(try call.object(1, Gate.self))
            return .none
          }
        ),
      ])
    try bind("gate") { (_) throws(LuaError) in .value(.object(Gate())) }
  }
}

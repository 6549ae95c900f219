internal import LuaBridge
internal import MachinePort

/// Requests to granted hosts: what stdlib/http.lua stands on.
extension Interpreter {
  func bindHTTP() throws(LuaError) {
    let scheduler = scheduler
    // host.http(wish, body | nil) → { status, headers }, body
    try bind("http") { (call) throws(LuaError) in
      try call.requireWaitable(as: "http.request")
      let body = call.isNil(2) ? nil : try call.bytes(2)
      guard (body?.count ?? 0) < Port.maximumFrameLength - (1 << 20) else {
        throw LuaError("http.request sends at most 63 MiB")
      }
      return scheduler.ask(.http(wish: try call.json(1), body: body), as: .valueAndMeta)
    }
    // host.http_secret(name) → handle
    try bind("http_secret") { (call) throws(LuaError) in
      try call.requireWaitable(as: "http.secret")
      return scheduler.ask(.httpSecret(name: try call.string(1)), as: .value)
    }
  }
}

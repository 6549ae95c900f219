import LuaBridge
import Testing

@Suite struct SmokeTests {
  @Test func waitsPassThroughWrapPcallAndIterators() throws {
    let vm = try LuaVM()
    let wait = try vm.makeFunction("wait") { (call) throws(LuaError) in
      try call.requireWaitable()
      return .wait
    }
    try vm.setGlobal("wait", .reference(wait))
    let chunk = try vm.load(
      """
      local ok, a = pcall(function() return wait("a") end)
      local gen = coroutine.wrap(function() for i = 1, 2 do coroutine.yield(wait(i)) end end)
      local t = setmetatable({}, { __index = function(_, k) return wait(k) end })
      local out = { a, gen(), t.x, gen(), json.encode { b = { 1, 2.5, json.null }, a = json.array() } }
      for v in function(_, last) if not last then return wait("iter") end end do out[#out + 1] = v end
      return table.concat(out, " ")
      """, name: "@smoke.lua")
    let task = try vm.makeTask(chunk)
    var outcome = task.resume()
    var n = 0
    while case .waiting = outcome {
      n += 1
      outcome = task.resume(.values([.string("r\(n)")]))
    }
    guard case .finished(let values) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(values.first?.string == #"r1 r2 r3 r4 {"a":[],"b":[1,2.5,null]} r5"#)
    #expect(n == 5)
  }
}

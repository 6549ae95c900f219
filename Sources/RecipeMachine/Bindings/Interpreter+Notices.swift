internal import LuaBridge
internal import MachinePort

/// What a recipe shows: output, log lines, progress. None of these wants a reply.
extension Interpreter {
  func bindNotices() throws(LuaError) {
    // host.print(bytes)
    try bind("print") { [unowned self] (call) throws(LuaError) in
      let bytes = try call.bytes(1)
      return self.show(Self.portions(of: bytes).map { .print($0) }, in: call)
    }
    // host.log(level, message [, fields])
    try bind("log") { [unowned self] (call) throws(LuaError) in
      let message = Array(try call.bytes(2).prefix(Self.longestLogText))
      let fields = call.isNil(3) ? [] : try call.json(3)
      guard fields.count <= Self.longestLogText else {
        throw LuaError("log: the fields are longer than 64 KiB")
      }
      let level = Self.level(try call.string(1))
      return self.show([.log(level: level, message: message, fields: fields)], in: call)
    }
    // host.progress(table)
    try bind("progress") { [unowned self] (call) throws(LuaError) in
      self.show([.progress(json: try call.json(1))], in: call, atOnce: false)
    }
  }

  private static let longestLogText = 64 << 10

  private static func level(_ name: String) -> Notice.Level {
    switch name {
    case "debug": .debug
    case "warn": .warn
    case "error": .error
    default: .info
    }
  }

  /// A text of any length in pieces that fit a frame.
  private static func portions(of bytes: [UInt8]) -> [[UInt8]] {
    let size = 1 << 20
    if bytes.count <= size { return [bytes] }
    return stride(from: 0, to: bytes.count, by: size).map {
      Array(bytes[$0..<min($0 + size, bytes.count)])
    }
  }

  /// Sends notices. Those that people read while the recipe runs leave at once, unless the running
  /// function cannot be suspended; then they leave with the next turn.
  private func show(_ notices: [Notice], in call: LuaCall, atOnce: Bool = true) -> LuaReturn {
    for notice in notices { scheduler.outbox.append(.notice(notice)) }
    guard atOnce || scheduler.outbox.isDue, let task = scheduler.current,
      (try? call.requireWaitable()) != nil
    else { return .none }
    scheduler.outbox.hurry()
    scheduler.ready.prepend(task)
    return .wait
  }
}

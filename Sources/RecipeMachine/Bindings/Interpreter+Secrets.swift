internal import LuaBridge
internal import MachinePort

/// What the host keeps and a recipe never reads.
extension Interpreter {
  func bindSecrets() throws(LuaError) {
    try registerSecret()
    // host.secret(handle, label) → the value that stands for it; never waits
    try bind("secret") { (call) throws(LuaError) in
      .value(.object(SecretValue(handle: try call.string(1), label: try call.string(2))))
    }
    let scheduler = scheduler
    // host.verify(key | handle, is a handle, message, signature …) → whether one is right
    try bind("verify") { (call) throws(LuaError) in
      try call.requireWaitable(as: "webhooks.verify")
      let key: SignatureKey =
        try call.boolean(2) ? .secret(handle: try call.string(1)) : .bytes(try call.bytes(1))
      let message = try call.bytes(3)
      guard message.count < Port.maximumFrameLength - (1 << 20) else {
        throw LuaError("webhooks.verify: the body is larger than 63 MiB")
      }
      var signatures: [String] = []
      for index in stride(from: 4, through: min(call.count, 3 + Request.mostSignatures), by: 1) {
        signatures.append(try call.string(index))
      }
      return scheduler.ask(
        .verify(key: key, message: message, signatures: signatures), as: .value)
    }
  }

  private func registerSecret() throws(LuaError) {
    let scheduler = scheduler
    try vm.register(
      SecretValue.self, name: "secret",
      methods: [
        (
          "__tostring",
          { (call) throws(LuaError) in
            .value(.string("<secret \(try call.object(1, SecretValue.self).label)>"))
          }
        ),
        (
          // secret:save(name) → the path of the file
          "save",
          { (call) throws(LuaError) in
            let secret = try call.object(1, SecretValue.self)
            try call.requireWaitable(as: "secret:save")
            return scheduler.ask(
              .saveSecret(handle: secret.handle, path: try call.string(2)), as: .value)
          }
        ),
      ])
  }
}

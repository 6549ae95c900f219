internal import LuaBridge
internal import MachinePort

extension Interpreter {
  /// Gives a reply to whoever waits for it. Nobody does when its task was cancelled: a late reply
  /// is dropped, and the descriptor that came with it is closed.
  func deliver(_ reply: Reply, id: UInt64) {
    guard let entry = scheduler.pending.removeValue(forKey: id) else {
      if case .value(_, _, let descriptor?) = reply { files.close(descriptor) }
      return
    }
    scheduler.deliver(outcome(of: reply, as: entry.shape), for: entry)
  }

  private func outcome(of reply: Reply, as shape: PendingRequest.Shape) -> LuaTask.Resume {
    switch (reply, shape) {
    case (.failure(let json), _): return .raise(errorValue(json))
    case (.value(let json, let meta, _), .valueAndMeta):
      return .values([value(json), .bytes(meta)])
    case (.value(let json, _, let descriptor?), .file):
      return .values([.object(GrantedFile(descriptor, files)), value(json)])
    case (.value(_, _, nil), .file):
      return .raise("the host opened a file and handed over no descriptor")
    case (.value(let json, _, let descriptor), .value):
      if let descriptor { files.close(descriptor) }
      return .values([value(json)])
    }
  }

  private func value(_ json: [UInt8]) -> LuaValue { json.isEmpty ? .nil : .json(json) }

  /// The error table of stdlib/machine/errors.lua for an error object of the host.
  private func errorValue(_ json: [UInt8]) -> LuaValue {
    do throws(LuaError) {
      let errors = try part("machine/errors")
      guard let make = try vm.get(errors, "new").reference else { return .json(json) }
      return try vm.call(make, [.json(json)], results: 1).first ?? .json(json)
    } catch {
      return .string(error.message)
    }
  }
}

internal import MachinePort
internal import ProspectJSON

extension MachineHost {
  /// Calls a Swift function that the host offers.
  func invoke(_ name: String, _ arguments: [UInt8]) async throws(RequestRefusal) -> Reply {
    guard let body = services.functions.body(of: name) else {
      throw RequestRefusal(.usage, "the host offers no function \(name)")
    }
    guard let values = (try? JSON.parse(arguments))?.array else {
      throw RequestRefusal(.argument, "the arguments of \(name) are no JSON array")
    }
    do {
      return .value(json: try await body(values).encoded)
    } catch {
      throw RequestRefusal(.function, "\(name): \(error)")
    }
  }
}

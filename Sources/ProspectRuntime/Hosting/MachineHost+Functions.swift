internal import MachinePort
internal import ProspectJSON
internal import ProspectJournal

extension MachineHost {
  /// Calls a Swift function that the host offers.
  func invoke(_ name: String, _ arguments: [UInt8]) async throws(RequestRefusal) -> Reply {
    guard let body = services.functions.body(of: name) else {
      throw RequestRefusal(.usage, "the host offers no function \(name)")
    }
    guard let values = (try? JSON.parse(arguments))?.array else {
      throw RequestRefusal(.argument, "the arguments of \(name) are no JSON array")
    }
    // Nobody but the host knows what its function does, so it must not be repeated.
    return await step(name, .unrepeatable, arguments: arguments) { _ throws(RequestRefusal) in
      do {
        return .succeeded(response: try await body(values).encoded, facts: [])
      } catch {
        throw RequestRefusal(.function, "\(name): \(error)")
      }
    }
  }
}

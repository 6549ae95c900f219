internal import MachinePort

/// The messages of one turn, in order.
struct Outbox {
  private(set) var messages: [MachineMessage] = []
  private var weight = 0
  private var isUrgent = false

  /// About how many bytes may wait before they are handed over: a recipe that prints in a loop
  /// must not fill the memory of the process.
  private static let capacity = 256 << 10

  /// Whether the messages must be handed over before anything else runs.
  var isDue: Bool { isUrgent || weight >= Self.capacity }

  /// Asks for that: what a recipe prints is to be seen while it computes on, and also when it
  /// crashes.
  mutating func hurry() { isUrgent = true }

  mutating func append(_ message: MachineMessage) {
    messages.append(message)
    weight += message.weight
  }

  mutating func take() -> [MachineMessage] {
    defer {
      messages = []
      weight = 0
      isUrgent = false
    }
    return messages
  }
}

extension MachineMessage {
  /// Roughly the size in bytes.
  fileprivate var weight: Int {
    let variable =
      switch self {
      case .notice(.print(let bytes)), .notice(.progress(let bytes)): bytes.count
      case .notice(.log(_, let message, let fields)): message.count + fields.count
      case .request(_, .call(_, let bytes, _)), .request(_, .function(_, let bytes)),
        .request(_, .write(_, let bytes)), .request(_, .verify(_, let bytes, _)):
        bytes.count
      default: 0
      }
    return 64 + variable
  }
}

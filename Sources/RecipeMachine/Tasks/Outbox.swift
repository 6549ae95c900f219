internal import MachinePort

/// The messages of one turn, in order.
struct Outbox {
  private(set) var messages: [MachineMessage] = []
  private var weight = 0

  /// About how many bytes may wait before they are handed over: a recipe that prints in a loop must
  /// not fill the memory of the process.
  private static let capacity = 256 << 10

  var isFull: Bool { weight >= Self.capacity }

  mutating func append(_ message: MachineMessage) {
    messages.append(message)
    weight += message.weight
  }

  mutating func take() -> [MachineMessage] {
    defer {
      messages = []
      weight = 0
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
      case .request(_, .call(_, let bytes)), .request(_, .function(_, let bytes)),
        .request(_, .write(_, let bytes)):
        bytes.count
      default: 0
      }
    return 64 + variable
  }
}

import MachinePort
import RecipeMachine

/// Granted files that exist in memory only; a descriptor is the number of a file.
final class MemoryFiles: FileAccess {
  private var contents: [Int32: ArraySlice<UInt8>] = [:]
  private(set) var closed: [Int32] = []
  /// The most that one read gives, to cut files at awkward places.
  var portion = Int.max

  /// The reply that hands over a file with that content.
  func reply(_ descriptor: Int32, _ content: [UInt8]) -> Reply {
    contents[descriptor] = content[...]
    let json = #"{"size":\#(content.count),"path":"file"}"#
    return .value(json: Array(json.utf8), descriptor: descriptor)
  }

  func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) throws(FileAccessError) -> Int {
    guard let rest = contents[descriptor] else { throw FileAccessError("no such descriptor") }
    let taken = rest.prefix(min(buffer.count, portion))
    buffer.copyBytes(from: taken)
    contents[descriptor] = rest.dropFirst(taken.count)
    return taken.count
  }

  func close(_ descriptor: Int32) {
    closed.append(descriptor)
    contents[descriptor] = nil
  }
}

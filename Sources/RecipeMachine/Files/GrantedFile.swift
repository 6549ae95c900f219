internal import LuaBridge

/// A file that the host opened for the recipe. It is closed by Lua, at its end, or when Lua forgets
/// it.
final class GrantedFile {
  private var descriptor: Int32?
  private let access: any FileAccess

  private static let portionSize = 64 << 10

  init(_ descriptor: Int32, _ access: any FileAccess) {
    self.descriptor = descriptor
    self.access = access
  }

  deinit { close() }

  func close() {
    if let descriptor { access.close(descriptor) }
    descriptor = nil
  }

  /// The next bytes; none at the end, or when the file is closed.
  func portion() throws(LuaError) -> [UInt8] {
    guard let descriptor else { return [] }
    var failure: FileAccessError?
    let bytes = [UInt8](unsafeUninitializedCapacity: Self.portionSize) { buffer, count in
      do throws(FileAccessError) {
        count = try access.read(descriptor, into: UnsafeMutableRawBufferPointer(buffer))
      } catch {
        count = 0
        failure = error
      }
    }
    if let failure { throw LuaError("cannot read the file: \(failure.reason)") }
    if bytes.isEmpty { close() }
    return bytes
  }

  /// All bytes that are left.
  func rest(limit: Int) throws(LuaError) -> [UInt8] {
    var all: [UInt8] = []
    while true {
      let more = try portion()
      if more.isEmpty { return all }
      all += more
      guard all.count < limit / 2 else {
        throw LuaError(
          "the file is too large to be read at once (memory limit \(limit >> 20) MiB); "
            + "read it by lines or rows")
      }
    }
  }

  /// `file:close()` and the end of a `<close>` variable.
  static let closeMethod: @Sendable (inout LuaCall) throws(LuaError) -> LuaReturn = {
    (call) throws(LuaError) in
    try call.object(1, GrantedFile.self).close()
    return .none
  }
}

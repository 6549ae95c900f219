internal import CStdlib

/// The Lua files of stdlib/, which are part of the program.
enum Stdlib {
  /// The text of a file, by its path below stdlib/ without ".lua"; nil when there is none.
  static func source(_ path: String) -> [UInt8]? {
    var name = path + ".lua"
    return name.withUTF8 { bytes -> [UInt8]? in
      guard let start = bytes.baseAddress else { return nil }
      let file = start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        cstdlib_find($0, bytes.count)
      }
      guard let file else { return nil }
      return Array(UnsafeBufferPointer(start: file.pointee.bytes, count: file.pointee.length))
    }
  }

  /// The name of a file in messages. It has no "@", so a place in it never hides the recipe's own
  /// place.
  static func chunkName(_ path: String) -> String { "=stdlib/\(path).lua" }
}

internal import CStdlib

/// The descriptions of providers that are part of the program: stdlib/providers.
enum BuiltInDescriptions {
  private static let folder = "providers/"

  /// The names of the providers, sorted.
  static let names: [String] = (0..<cstdlib_count).compactMap { index in
    guard let row = cstdlib_at(index) else { return nil }
    let name = String(cString: row.pointee.name)
    guard name.hasPrefix(folder), name.hasSuffix(".lua") else { return nil }
    return String(name.dropFirst(folder.count).dropLast(4))
  }.sorted()

  /// The text of a description by its file name; nil when there is none.
  static func source(_ file: String) -> [UInt8]? {
    var name = folder + file
    return name.withUTF8 { bytes -> [UInt8]? in
      guard let start = bytes.baseAddress else { return nil }
      let row = start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        cstdlib_find($0, bytes.count)
      }
      guard let row else { return nil }
      return Array(UnsafeBufferPointer(start: row.pointee.bytes, count: row.pointee.length))
    }
  }
}

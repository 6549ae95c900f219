internal import CStdlib

/// The Lua text of the modules that recipes may use, for programs that tell of them.
package enum StdlibModules {
  /// A file of stdlib/, by its name without `.lua`.
  package struct Module: Sendable {
    package let name: String
    package let source: String
  }

  /// All files of stdlib/ but the descriptions of providers, sorted by name; those of the machine begin with `machine/`.
  package static let all: [Module] = (0..<cstdlib_count).compactMap { index in
    guard let row = cstdlib_at(index) else { return nil }
    let name = String(cString: row.pointee.name)
    guard name.hasSuffix(".lua"), !name.hasPrefix("providers/") else { return nil }
    let bytes = UnsafeBufferPointer(start: row.pointee.bytes, count: row.pointee.length)
    return Module(
      name: String(name.dropLast(4)), source: String(decoding: bytes, as: UTF8.self))
  }.sorted { $0.name < $1.name }
}

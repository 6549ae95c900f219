#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What Linux shows of a process to its user.
enum ProcessFacts {
  /// The environments of a process and of its children.
  static func environments(ofFamily process: Int32) -> String {
    // Each thread has the children that it started.
    let children = names(in: "/proc/\(process)/task").flatMap { thread in
      text("/proc/\(process)/task/\(thread)/children").split(separator: " ").compactMap {
        Int32($0)
      }
    }
    return ([process] + children).map { text("/proc/\($0)/environ") }.joined(separator: "\n")
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names
  }

  private static func text(_ path: String) -> String {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { return "" }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(file, &bytes, bytes.count)
    return String(decoding: bytes[..<max(0, count)], as: UTF8.self)
  }
}

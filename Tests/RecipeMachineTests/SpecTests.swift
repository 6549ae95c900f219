import MachinePort
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs the Lua specs on the machine alone.
struct SpecTests {
  @Test(.timeLimit(.minutes(1)), arguments: try Specs.names())
  func `a spec passes with scripted replies`(name: String) throws {
    let helper = try Specs.source("spec")
    let host = try ScriptedHost { request in
      guard request == .module("spec") else { return nil }
      return .source("@spec.lua", helper)
    }
    host.run(try Specs.source(name))
    let problem = host.failure?.message ?? host.output
    #expect(host.outcomes == [.succeeded], "\(problem)")
  }
}

/// The files of Tests/Specs.
enum Specs {
  private static let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")

  static func names() throws -> [String] {
    let stream = try #require(opendir("/\(folder)/Specs"))
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix("_spec.lua") { names.append(String(name.dropLast(4))) }
    }
    return names.sorted()
  }

  static func source(_ name: String) throws -> String {
    let file = try #require(fopen("/\(folder)/Specs/\(name).lua", "r"))
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = getc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

internal import ProspectAPI
internal import ProspectJSON

/// The Swift functions that the host offers to recipes, by their full names.
///
/// They may be offered from any thread, at any time; a run sees those that are there when it asks.
final class HostFunctions: Sendable {
  /// Runs on the global pool, so that a function that takes its time holds up nobody's requests.
  typealias Body = @concurrent @Sendable ([JSON]) async throws -> JSON

  private let bodies = Locked<[String: Body]>([:])

  /// Adds a function, over an earlier one of that name.
  ///
  /// - Throws: `RuntimeError.Code.invalidName` unless `name` is two Lua names with a dot between.
  func add(_ name: String, _ body: @escaping Body) throws(RuntimeError) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy(Self.isName) else {
      throw RuntimeError(
        .invalidName, "'\(name)' cannot be offered: a name is of the form module.function")
    }
    bodies.withLock { $0[name] = body }
  }

  /// The function of that full name.
  func body(of name: String) -> Body? { bodies.withLock { $0[name] } }

  /// The names of the functions of a module, sorted; empty when there is no such module.
  func names(in module: String) -> [String] {
    bodies.withLock { bodies in
      bodies.keys.filter { $0.hasPrefix(module + ".") }.map {
        String($0.dropFirst(module.count + 1))
      }
    }.sorted()
  }

  private static func isName(_ text: Substring) -> Bool {
    let isLetter = { (byte: UInt8) in
      byte == UInt8(ascii: "_") || (byte | 32) &- UInt8(ascii: "a") < 26
    }
    guard let first = text.utf8.first, isLetter(first) else { return false }
    return text.utf8.allSatisfy { isLetter($0) || $0 &- UInt8(ascii: "0") < 10 }
  }
}

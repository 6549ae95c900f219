/// A Lua program that a `Runtime` can run, with the place where its own modules and data lie.
public struct Recipe: Sendable, Equatable {
  /// The name in messages: the path as it was given, or the name of a text.
  public let name: String
  /// The text. A first line that begins with `#` (`#!/usr/bin/env prospect-run`) is blank, so that line numbers hold.
  public let source: [UInt8]
  /// The folder whose files the recipe may read and `require`; nil when the recipe is no file.
  public let folder: String?

  /// The longest recipe that is accepted, in bytes.
  public static let maximumLength = 16 << 20

  /// A recipe in memory; it has no folder.
  ///
  /// - Parameters:
  ///   - source: the text. Whether it is Lua is found out when it runs.
  ///   - name: stands for the file name in messages, as in `weekly.lua:12: …`.
  public init(source: String, name: String) {
    self.name = name
    self.source = Self.withoutPreamble(Array(source.utf8))
    self.folder = nil
  }

  /// Reads a recipe from a file.
  ///
  /// - Throws: `RecipeError` when there is no such file, or it is a folder, unreadable or longer than `maximumLength`.
  ///   A text that is no Lua is *not* an error here: the run fails then, with kind `syntax`.
  public init(path: String) throws(RecipeError) {
    name = path
    source = Self.withoutPreamble(try Self.read(path))
    folder = Self.folder(of: path)
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Lua's own `loadfile` skips a byte order mark and a first line with `#`; texts are loaded without it.
  private static func withoutPreamble(_ text: [UInt8]) -> [UInt8] {
    let rest = text.starts(with: [0xEF, 0xBB, 0xBF]) ? text.dropFirst(3) : text[...]
    guard rest.first == UInt8(ascii: "#") else { return Array(rest) }
    return Array(rest.drop { $0 != UInt8(ascii: "\n") })
  }
}

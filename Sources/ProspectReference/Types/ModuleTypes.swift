/// The editor types of a Lua module: its annotations and signatures, without the bodies.
///
/// stdlib/ is written in one form, which this relies on: annotations begin with three dashes, and what they belong to
/// begins in the first column.
struct ModuleTypes {
  private let name: String
  private var lines: [String] = []
  private var block: [String] = []
  /// Whether the module is a table, `M`, and not a function.
  private var isTable = false

  /// - Parameter name: as recipes name it.
  static func text(_ source: String, name: String) -> String {
    var types = ModuleTypes(name: name)
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      types.take(line)
    }
    let head = ["---@meta \(name)", "-- Written by prospect-run; changes are lost.", ""]
    return (head + types.lines + ["return \(name)"]).joined(separator: "\n") + "\n"
  }

  /// The classes of a file that is no module: jobs, lists, errors.
  static func classes(_ source: String) -> [String] {
    var types = ModuleTypes(name: "M")
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      types.takeClass(line)
    }
    return types.lines
  }

  private init(name: String) { self.name = name }

  private mutating func take(_ line: Substring) {
    if line.hasPrefix("---") { return block.append(String(line)) }
    defer { block = [] }
    if line == "local M = {}" { return declareTable() }
    if let signature = signature(line, after: "function M.") {
      return emit("function \(name).\(signature) end")
    }
    if let signature = signature(line, after: "local function \(name)"), !isTable, !block.isEmpty {
      return emit("function \(name)\(signature) end")
    }
    if let signature = signature(line, after: "function \(name)"), !isTable, !block.isEmpty {
      return emit("function \(name)\(signature) end")
    }
    if line.hasPrefix("M."), let end = line.firstIndex(of: "="), !block.isEmpty {
      let field = line[..<end].dropFirst(2).filter { $0 != " " }
      return emit("\(name).\(field) = nil")
    }
    keepTypes()
  }

  private mutating func declareTable() {
    isTable = true
    lines += ["---@class \(name)", "\(name) = {}", ""]
  }

  private mutating func takeClass(_ line: Substring) {
    if line.hasPrefix("---") { return block.append(String(line)) }
    defer { block = [] }
    guard block.contains(where: { $0.hasPrefix("---@") }) else { return }
    let isMethod = line.hasPrefix("function ") && line.contains(":")
    if isMethod, let signature = signature(line, after: "function ") {
      return emit("function \(signature) end")
    }
    if line.hasPrefix("local "), block.contains(where: { $0.hasPrefix("---@class") }),
      let className = line.dropFirst(6).split(separator: " ").first
    {
      return emit("local \(className) = {}")
    }
    keepTypes()
  }

  /// Classes and aliases stand alone.
  private mutating func keepTypes() {
    guard block.contains(where: { $0.hasPrefix("---@class") || $0.hasPrefix("---@alias") })
    else { return }
    lines += block + [""]
  }

  private mutating func emit(_ declaration: String) {
    lines += block + [declaration, ""]
  }

  /// `name(arguments)`, or what of it follows `prefix`; nil when the line is no such thing.
  private func signature(_ line: Substring, after prefix: String) -> String? {
    guard line.hasPrefix(prefix), let end = line.firstIndex(of: ")") else { return nil }
    return String(line[...end].dropFirst(prefix.count))
  }
}

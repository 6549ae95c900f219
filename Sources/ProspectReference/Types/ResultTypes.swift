internal import ProspectAPI

/// The classes of what an operation gives: its result, and the list or the job around it.
enum ResultTypes {
  /// What a call returns.
  static func returnType(_ operation: Operation) -> String {
    if operation.paging != nil { return operation.fullName + ".List" }
    if operation.job != nil { return operation.fullName + ".Job" }
    return itemType(operation)
  }

  /// The result, or one item of a list.
  private static func itemType(_ operation: Operation) -> String {
    guard !operation.returns.isEmpty else { return "table<string, any>" }
    return operation.fullName + (operation.paging == nil ? ".Result" : ".Item")
  }

  static func lines(_ operation: Operation, _ provider: Provider) -> [String] {
    var lines: [String] = []
    if !operation.returns.isEmpty {
      lines.append("---@class \(itemType(operation))")
      lines += operation.returns.map { field in
        let isSecret = operation.secrets.contains(field.name)
        return
          "---@field \(field.name)? \(isSecret ? "prospect.Secret" : LuaTypeName.of(field.kind))"
      }
      lines.append("")
    }
    if operation.paging != nil { lines += list(operation) }
    if let job = operation.job { lines += self.job(job, operation, provider) }
    return lines
  }

  private static func list(_ operation: Operation) -> [String] {
    let item = itemType(operation)
    return [
      "---@class \(operation.fullName).List: prospect.List",
      "---@field next fun(self: \(operation.fullName).List): \(item)?",
      "---@field pages fun(self: \(operation.fullName).List): fun(): \(item)[]?",
      "---@field first fun(self: \(operation.fullName).List, n: integer): \(item)[]",
      "---@field collect fun(self: \(operation.fullName).List): \(item)[]",
      "---@overload fun(): \(item)?", "",
    ]
  }

  private static func job(
    _ job: JobProtocol, _ operation: Operation, _ provider: Provider
  ) -> [String] {
    let name = operation.fullName + ".Job"
    let parents = ["prospect.Job"] + (operation.returns.isEmpty ? [] : [itemType(operation)])
    var lines = ["---@class \(name): \(parents.joined(separator: ", "))"]
    lines.append("---@field wait fun(self: \(name), options?: prospect.WaitOptions): \(name)")
    if let results = job.results, let lister = provider.operations[results.operation] {
      lines.append("---@field results fun(self: \(name)): \(returnType(lister))")
    }
    return lines + [""]
  }
}

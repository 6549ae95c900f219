internal import ProspectAPI

/// The editor types of one provider: what `require` gives, and all that its operations take and give.
enum ProviderTypes {
  static func text(_ provider: Provider) -> String {
    let operations = provider.operations.values.sorted { $0.name < $1.name }
    var lines = ["---@meta \(provider.name)", "-- Written by prospect-run; changes are lost.", ""]
    lines += ["--- \(provider.title)", "---@class \(provider.name)"]
    lines += ["local \(provider.name) = {}", ""]
    for resource in resources(operations) {
      lines += ["---@class \(provider.name).\(resource)"]
      lines += ["\(provider.name).\(resource) = {}", ""]
    }
    for operation in operations { lines += self.operation(operation, provider) }
    lines.append("return \(provider.name)")
    return lines.joined(separator: "\n") + "\n"
  }

  /// The tables in which operations stand, outer ones first.
  private static func resources(_ operations: [Operation]) -> [String] {
    var names: Set<String> = []
    for operation in operations {
      let parts = operation.name.split(separator: ".").dropLast()
      for count in stride(from: 1, through: parts.count, by: 1) {
        names.insert(parts.prefix(count).joined(separator: "."))
      }
    }
    return names.sorted()
  }

  private static func operation(_ operation: Operation, _ provider: Provider) -> [String] {
    let takesNone = operation.parameters.isEmpty && operation.confirm == nil
    var lines = takesNone ? [] : ArgumentTypes.lines(operation) + [""]
    lines += ResultTypes.lines(operation, provider)
    lines += LuaComment.lines(operation.summary)
    if !operation.notes.isEmpty { lines += ["---"] + LuaComment.lines(operation.notes) }
    lines += ["---"] + facts(operation).flatMap(LuaComment.lines)
    if operation.life == .legacy { lines.append("---@deprecated") }
    if !takesNone {
      let mark = needsArguments(operation) ? "" : "?"
      lines.append("---@param arguments\(mark) \(ArgumentTypes.className(operation))")
    }
    lines.append("---@return \(ResultTypes.returnType(operation))")
    lines.append("function \(operation.fullName)(\(takesNone ? "" : "arguments")) end")
    return lines + [""] + pickUp(operation, provider)
  }

  private static func pickUp(_ operation: Operation, _ provider: Provider) -> [String] {
    guard let job = operation.job, operation.pickUp != nil,
      provider.jobStarter(in: operation.resource) === operation
    else { return [] }
    let fields = (["id"] + job.carry).map { "\($0): string" }.joined(separator: ", ")
    return [
      "--- Picks up a job that `\(operation.name)` started in another recipe, or in an earlier run.",
      "---@param job \(job.carry.isEmpty ? "string|" : ""){ \(fields) } its id",
      "---@return \(ResultTypes.returnType(operation))",
      "function \(provider.name).\(operation.resource).job(job) end", "",
    ]
  }

  private static func needsArguments(_ operation: Operation) -> Bool {
    operation.parameters.contains(where: \.isRequired) || !operation.rules.isEmpty
  }

  private static func facts(_ operation: Operation) -> [String] {
    var facts = ["\(operation.effect.rawValue): \(operation.effect.meaning)."]
    if !operation.scopes.isEmpty {
      facts.append("Scopes: \(operation.scopes.joined(separator: ", ")).")
    }
    if operation.cost != nil { facts.append("Cost: \(operation.costWords).") }
    if operation.source == .inferred { facts.append("Inferred: \(operation.source.meaning).") }
    return facts + operation.ruleSentences
  }
}

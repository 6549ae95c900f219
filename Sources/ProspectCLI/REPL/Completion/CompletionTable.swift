internal import ProspectAPI
internal import ProspectReference

/// Everything that a recipe can name before it has named anything itself.
struct CompletionTable {
  private let providers: [String: Provider]
  /// The functions of each module and library.
  private let modules: [String: [String]]
  /// What `require` takes.
  let required: [String]
  /// What stands in a recipe without being declared.
  let globals: [String]

  /// - Parameter types: the editor types of the modules.
  init(providers: [Provider], types: [ReferenceFile]) {
    self.providers = Dictionary(providers.map { ($0.name, $0) }) { first, _ in first }
    let members = ModuleMembers.all(of: types)
    modules = members.merging(LuaWords.libraries) { own, _ in own }
    // These two are globals only (stdlib/machine/boot.lua, Sources/CLuaShims/json_module.c).
    required = self.providers.keys + members.keys.filter { $0 != "json" && $0 != "meta" }
    globals = LuaWords.functions + modules.keys
  }

  /// What `require` gives.
  func value(requiring name: String) -> KnownValue {
    if let provider = providers[name] { return .provider(provider, path: []) }
    return module(name)
  }

  /// What a name means that nobody has declared.
  func module(_ name: String) -> KnownValue {
    modules[name] == nil ? .unknown : .module(name)
  }

  /// The names behind the dot.
  func members(of value: KnownValue) -> [String] {
    switch value {
    case .module(let name): return modules[name] ?? []
    case .operation, .unknown: return []
    case .provider(let provider, let path):
      let names = provider.operations.values.compactMap { Self.rest(of: $0, behind: path) }
      return names.compactMap(\.first) + (Self.hasJob(provider, at: path) ? ["job"] : [])
    }
  }

  /// What a field of a value is.
  func field(_ name: String, of value: KnownValue) -> KnownValue {
    guard case .provider(let provider, let start) = value else { return .unknown }
    let path = start + [name]
    if let operation = provider.operations[path.joined(separator: ".")] {
      return .operation(operation)
    }
    let isTable = provider.operations.values.contains { Self.rest(of: $0, behind: path) != nil }
    return isTable ? .provider(provider, path: path) : .unknown
  }

  /// The steps of an operation's name below a table; nil when it stands elsewhere.
  private static func rest(of operation: Operation, behind path: [String]) -> [String]? {
    let steps = operation.name.split(separator: ".").map(String.init)
    guard steps.count > path.count, steps.starts(with: path) else { return nil }
    return Array(steps.dropFirst(path.count))
  }

  /// Whether a job that was started earlier can be picked up here (stdlib/machine/provider.lua).
  private static func hasJob(_ provider: Provider, at path: [String]) -> Bool {
    !path.isEmpty
      && provider.operations.values.contains {
        $0.job != nil && rest(of: $0, behind: path)?.count == 1
      }
  }
}

internal import ProspectAPI

/// What a name stands for at the prompt, as far as its text tells.
enum KnownValue {
  /// A provider, or a table of operations inside it: the names that lead there.
  case provider(Provider, path: [String])
  case operation(Operation)
  /// A module of the standard library, or a library of Lua.
  case module(String)
  case unknown
}
